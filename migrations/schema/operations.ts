import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Who did what to which thing: append-only, hash-chained by organisation. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    organizationId: text('organization_id').notNull(),
    seq: integer().notNull(),
    id: text().notNull().unique(),
    at: integer().notNull(),
    action: text().notNull(),
    actorType: text('actor_type', { enum: ['user', 'key', 'system'] }).notNull(),
    actorId: text('actor_id'),
    targetType: text('target_type').notNull(),
    targetId: text('target_id'),
    /** RFC 8785 text of the record as hashed; it commits to the details. */
    record: text().notNull(),
    /** RFC 8785 text of `{address, after, before, user_agent}`; null when there are none or they were erased. */
    details: text(),
    /** Hex, 16 bytes; null with the details. */
    salt: text(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.seq] }),
    index('audit_log_at').on(t.organizationId, t.at),
    index('audit_log_action').on(t.organizationId, t.action, t.at),
  ],
)

/** Exact counts of attempts, where the platform's approximate ones won't do. */
export const attempts = sqliteTable(
  'attempts',
  {
    /** What is counted, by hash where it names a person. */
    bucket: text().primaryKey(),
    count: integer().notNull(),
    resetsAt: integer('resets_at').notNull(),
  },
  (t) => [index('attempts_resets').on(t.resetsAt)],
)

/** What the contact form received. */
export const contactMessages = sqliteTable('contact_messages', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
  message: text().notNull(),
  createdAt: integer('created_at').notNull(),
})

/** Counters for the operator, added to by every isolate now and then. */
export const counters = sqliteTable(
  'counters',
  {
    name: text().notNull(),
    /** OpenMetrics label set without braces, sorted by name; empty for none. */
    labels: text().notNull(),
    value: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.name, t.labels] })],
)
