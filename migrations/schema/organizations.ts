import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './people.ts'

export const organizations = sqliteTable('organizations', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** The person whose own organisation it is, which nobody else can join; null for a shared one. */
  personalOf: text('personal_of'),
  /** After how many days texts are erased, and closed runs deleted; null keeps them. [R11] */
  eraseTextsAfterDays: integer('erase_texts_after_days'),
  deleteRunsAfterDays: integer('delete_runs_after_days'),
  /** Whether auditors get texts, or the commitments in their place. */
  auditorsSeeTexts: integer('auditors_see_texts', { mode: 'boolean' }).notNull().default(true),
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

/** Offers of membership, by mail. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: text().primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    email: text().notNull(),
    role: text({ enum: ['owner', 'admin', 'analyst', 'viewer', 'auditor'] }).notNull(),
    /** SHA-256 of the secret in the mail, hex. */
    hash: text().notNull().unique(),
    invitedBy: text('invited_by').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    acceptedAt: integer('accepted_at'),
    revokedAt: integer('revoked_at'),
  },
  (t) => [index('invitations_organization').on(t.organizationId)],
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
    /** JSON, the policy document that its beats are judged under; null for the shipped one. */
    policy: text(),
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
    /** JSON array of the origins whose pages may post beats with it; empty lets no page. */
    allowedOrigins: text('allowed_origins').notNull().default('[]'),
    createdBy: text('created_by'),
    createdAt: integer('created_at').notNull(),
    /** To the minute or coarser: it is not written at every use. */
    lastUsedAt: integer('last_used_at'),
    expiresAt: integer('expires_at'),
    revokedAt: integer('revoked_at'),
    /** The secret before the last rotation, good until `previousUntil`: one key, two secrets for a while. */
    previousHash: text('previous_hash').unique(),
    previousUntil: integer('previous_until'),
  },
  (t) => [index('api_keys_project').on(t.projectId)],
)
