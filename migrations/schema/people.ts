import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const users = sqliteTable('users', {
  id: text().primaryKey(),
  email: text().notNull().unique(),
  name: text().notNull(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
  image: text(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull().default(0),
})

/** Sessions of browsers and tokens of people alike: a secret that stands for a person until it expires. */
export const userTokens = sqliteTable(
  'user_tokens',
  {
    /** SHA-256 of the token, hex. */
    hash: text().primaryKey(),
    /** What a person names it by when they list and revoke; says nothing of the token. */
    id: text(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    kind: text({ enum: ['session', 'token'] }).notNull(),
    /** A token's name; null for a session. */
    name: text(),
    /** Of the request that made it. */
    address: text(),
    userAgent: text('user_agent'),
    createdAt: integer('created_at').notNull(),
    /** To the minute or coarser: it is not written at every use. */
    lastUsedAt: integer('last_used_at'),
    expiresAt: integer('expires_at'),
    revokedAt: integer('revoked_at'),
  },
  (t) => [index('user_tokens_user').on(t.userId), uniqueIndex('user_tokens_id').on(t.id)],
)

/** One-time sign-in links; only a local server mints and redeems them. */
export const signInLinks = sqliteTable('sign_in_links', {
  hash: text().primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => users.id),
  expiresAt: integer('expires_at').notNull(),
})

/** How a person proves who they are: one row a provider, with the password's hash for `credential`. */
export const authAccounts = sqliteTable(
  'auth_accounts',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: integer('access_token_expires_at'),
    refreshTokenExpiresAt: integer('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('auth_accounts_user').on(t.userId)],
)

/** What was sent by mail to be shown again: verifications of an address, resets of a password. */
export const authVerifications = sqliteTable(
  'auth_verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: integer('expires_at').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('auth_verifications_identifier').on(t.identifier)],
)

/** Sessions as the authentication library makes them. Ours are `userTokens`; these admit nobody. */
export const authSessions = sqliteTable(
  'auth_sessions',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    expiresAt: integer('expires_at').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('auth_sessions_user').on(t.userId)],
)
