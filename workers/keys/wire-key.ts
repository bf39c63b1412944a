import * as z from 'zod'
import type { apiKeys } from '../../migrations/schema.ts'
import { scopeSchema, type ApiKey } from '../../protocol/index.ts'

export type KeyRow = typeof apiKeys.$inferSelect

const scopesSchema = z.array(scopeSchema)
const originsSchema = z.array(z.string())

/** The key on the wire: nothing of its secrets but the prefix. [O9] */
export function wireKey(row: KeyRow, now: number): ApiKey {
  const overlaps = row.previousUntil !== null && row.previousUntil > now
  return {
    id: row.id,
    organization_id: row.organizationId,
    project_id: row.projectId,
    name: row.name,
    prefix: row.prefix,
    mode: row.prefix.startsWith('cus_test_') ? 'test' : 'live',
    scopes: scopesSchema.parse(JSON.parse(row.scopes)),
    on_severe: row.onSevere,
    allowed_origins: originsSchema.parse(JSON.parse(row.allowedOrigins)),
    created_by: row.createdBy,
    created_at: iso(row.createdAt),
    // To the minute, as the spec has it, however exact the row is.
    last_used_at: row.lastUsedAt === null ? null : iso(row.lastUsedAt - (row.lastUsedAt % 60_000)),
    expires_at: isoOrNull(row.expiresAt),
    revoked_at: isoOrNull(row.revokedAt),
    previous_until: overlaps ? isoOrNull(row.previousUntil) : null,
  }
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}

function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : iso(ms)
}
