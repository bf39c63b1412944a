import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/*
 * The D1 schema. Instants are milliseconds since the epoch; ids are as in spec [I1]; JSON columns hold what
 * the named schema of protocol/ parses. After a change here: `npm run migration`.
 */

export const users = sqliteTable('users', {
  id: text().primaryKey(),
  email: text().notNull().unique(),
  name: text().notNull(),
  createdAt: integer('created_at').notNull(),
})

export const organizations = sqliteTable('organizations', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** After how many days texts are erased, and closed runs deleted; null keeps them. [R11] */
  eraseTextsAfterDays: integer('erase_texts_after_days'),
  deleteRunsAfterDays: integer('delete_runs_after_days'),
  createdAt: integer('created_at').notNull(),
})

export const members = sqliteTable(
  'members',
  {
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    role: text({ enum: ['owner', 'admin', 'analyst', 'viewer', 'auditor'] }).notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.userId] }), index('members_user').on(t.userId)],
)

export const projects = sqliteTable(
  'projects',
  {
    id: text().primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    name: text().notNull(),
    /** JSON, `projectSettingsSchema`. */
    settings: text().notNull().default('{}'),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('projects_organization').on(t.organizationId)],
)

export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text().primaryKey(),
    organizationId: text('organization_id').notNull(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id),
    name: text().notNull(),
    /** What a person may see of it: `cus_live_` and four characters. */
    prefix: text().notNull(),
    /** SHA-256 of the key, hex. [I4] */
    hash: text().notNull().unique(),
    /** JSON array of `write | read | export | project`. [A3] */
    scopes: text().notNull(),
    onSevere: text('on_severe', { enum: ['hold', 'end', 'halt'] })
      .notNull()
      .default('hold'),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at'),
    revokedAt: integer('revoked_at'),
  },
  (t) => [index('api_keys_project').on(t.projectId)],
)

/** Sessions of browsers and tokens of people alike: a secret that stands for a person until it expires. */
export const userTokens = sqliteTable(
  'user_tokens',
  {
    /** SHA-256 of the token, hex. */
    hash: text().primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    kind: text({ enum: ['session', 'token'] }).notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at'),
    revokedAt: integer('revoked_at'),
  },
  (t) => [index('user_tokens_user').on(t.userId)],
)

/** One-time sign-in links; only a local server mints and redeems them. */
export const signInLinks = sqliteTable('sign_in_links', {
  hash: text().primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => users.id),
  expiresAt: integer('expires_at').notNull(),
})

/** Single-use passes to one run's socket. [L5] */
export const tickets = sqliteTable('tickets', {
  hash: text().primaryKey(),
  runId: text('run_id').notNull(),
  userId: text('user_id').notNull(),
  expiresAt: integer('expires_at').notNull(),
})

/** The index of runs. The object of a run is the arbiter of its state; this row follows it. */
export const runs = sqliteTable(
  'runs',
  {
    id: text().primaryKey(),
    organizationId: text('organization_id').notNull(),
    projectId: text('project_id').notNull(),
    apiKeyId: text('api_key_id'),
    status: text({ enum: ['active', 'warning', 'paused', 'misaligned', 'ended'] }).notNull(),
    startedAt: integer('started_at').notNull(),
    endedAt: integer('ended_at'),
    /** Texts of entries before this instant are erased. [R11] */
    erasedUntil: integer('erased_until').notNull().default(0),
    lastSeq: integer('last_seq').notNull(),
    /** JSON, `runSchema`. */
    state: text().notNull(),
  },
  (t) => [
    index('runs_project_started').on(t.projectId, t.startedAt, t.id),
    index('runs_key_started').on(t.apiKeyId, t.startedAt, t.id),
    index('runs_organization_started').on(t.organizationId, t.startedAt, t.id),
    index('runs_organization_ended').on(t.organizationId, t.endedAt),
  ],
)

/** What stays of a deleted run: that it was, how long, and the head of its chain. [R11] */
export const tombstones = sqliteTable(
  'tombstones',
  {
    runId: text('run_id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    projectId: text('project_id').notNull(),
    apiKeyId: text('api_key_id'),
    startedAt: integer('started_at').notNull(),
    endedAt: integer('ended_at'),
    lastSeq: integer('last_seq').notNull(),
    head: text().notNull(),
    deletedAt: integer('deleted_at').notNull(),
  },
  (t) => [index('tombstones_organization').on(t.organizationId, t.deletedAt)],
)

/** The log. [E1] */
export const entries = sqliteTable(
  'entries',
  {
    runId: text('run_id').notNull(),
    seq: integer().notNull(),
    type: text({ enum: ['beat', 'system', 'amendment'] }).notNull(),
    id: text().notNull(),
    at: integer().notNull(),
    /** RFC 8785 text of the header, as hashed. [C1] */
    header: text().notNull(),
    /** RFC 8785 text of the content; null when there is none or it was erased. [E4] [E6] */
    content: text(),
    /** Hex; null with the content. [C3] */
    salt: text(),
    hash: text().notNull(),
    color: text({ enum: ['green', 'yellow', 'red'] }),
    flagged: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.seq] }),
    index('entries_run_at').on(t.runId, t.at),
    index('entries_run_id').on(t.runId, t.id),
  ],
)
