import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Single-use passes to one run's socket. [L5] */
export const tickets = sqliteTable('tickets', {
  hash: text().primaryKey(),
  runId: text('run_id').notNull(),
  userId: text('user_id').notNull(),
  /** The hash of the session or token that asked for it: the socket's right ends with that. [L6] */
  credential: text(),
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
    /** Which database holds its log: 0 is this one. */
    log: integer().notNull().default(0),
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

/**
 * A long run in blocks of 256 `seq`, for the page to draw from afar. Derived: a full block is counted from the
 * entries when somebody first looks, and never changes since entries never do.
 */
export const traceBlocks = sqliteTable(
  'trace_blocks',
  {
    runId: text('run_id').notNull(),
    block: integer().notNull(),
    fromAt: integer('from_at').notNull(),
    toAt: integer('to_at').notNull(),
    beats: integer().notNull(),
    scoreMin: real('score_min'),
    scoreMax: real('score_max'),
    scoreSum: real('score_sum').notNull(),
    yellow: integer().notNull(),
    red: integer().notNull(),
    flatlines: integer().notNull(),
    /**
     * JSON array of what in the block is no green beat, each `[seq, at, kind, value]`: kind `y | r | f` with the
     * score, `s` (system) with the event, `a` (amendment) with the beat's seq.
     */
    notes: text().notNull().default('[]'),
  },
  (t) => [primaryKey({ columns: [t.runId, t.block] })],
)

/** Beats in which something was found, across runs, with what people made of them. */
export const incidents = sqliteTable(
  'incidents',
  {
    runId: text('run_id').notNull(),
    seq: integer().notNull(),
    organizationId: text('organization_id').notNull(),
    projectId: text('project_id').notNull(),
    apiKeyId: text('api_key_id'),
    beatId: text('beat_id').notNull(),
    at: integer().notNull(),
    /** Of the worst finding. */
    severity: text({ enum: ['info', 'low', 'medium', 'high', 'critical'] }).notNull(),
    score: real().notNull(),
    flatline: integer({ mode: 'boolean' }).notNull(),
    /** JSON array of rule ids, worst first. */
    rules: text().notNull(),
    /** JSON array of the violations' names. [V6] */
    violations: text().notNull(),
    state: text({ enum: ['open', 'reviewed', 'false_alarm', 'fixed'] })
      .notNull()
      .default('open'),
    ownerId: text('owner_id'),
    note: text(),
    label: text(),
    updatedAt: integer('updated_at'),
    updatedBy: text('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.seq] }),
    index('incidents_organization').on(t.organizationId, t.state, t.at),
    index('incidents_project').on(t.projectId, t.state, t.at),
  ],
)

/** Places on the page that somebody named. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    id: text().primaryKey(),
    organizationId: text('organization_id').notNull(),
    userId: text('user_id').notNull(),
    name: text().notNull(),
    /** Path and query of the page, as its address has them. */
    address: text().notNull(),
    /** Whether the whole organisation sees it. */
    shared: integer({ mode: 'boolean' }).notNull().default(false),
    /** Whether the page opens with it, for its owner. */
    isDefault: integer('is_default', { mode: 'boolean' }).notNull().default(false),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('saved_views_organization').on(t.organizationId), index('saved_views_user').on(t.userId)],
)
