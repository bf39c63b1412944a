import { and, desc, eq, gt, isNull, or } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import * as z from 'zod'
import { apiKeys, projects, runs } from '../../migrations/schema.ts'
import { projectSettingsSchema } from '../../protocol/index.ts'
import { firstRunId } from '../../durable-objects/run-id.ts'
import { scopes, type KeyActor } from './actor.ts'
import { secretHash } from './secrets.ts'

const scopesSchema = z.array(z.enum(scopes))

/** How long an isolate believes what it read of a key, ms: so long a revoked key may still write. */
const keptMs = 5000
/** Keys and misses remembered by an isolate. */
const keptMost = 10_000

const kept = new Map<string, { until: number; key: KeyActor | null }>()

/**
 * The key of a secret, or null. Asked of D1 once in five seconds an isolate, misses too, so that a beat costs
 * no query and guessing costs no database.
 */
export async function findKey(db: D1Database, secret: string): Promise<KeyActor | null> {
  const hash = secretHash(secret)
  const now = Date.now()
  const known = kept.get(hash)
  if (known && known.until > now) return known.key
  const key = await readKey(db, { hash }, now)
  if (kept.size >= keptMost) kept.clear()
  kept.set(hash, { until: now + keptMs, key })
  return key
}

/** A key by its id: for people who act for it. Not cached. */
export function readKeyById(db: D1Database, id: string): Promise<KeyActor | null> {
  return readKey(db, { id }, Date.now())
}

async function readKey(
  db: D1Database,
  by: { hash: string } | { id: string },
  now: number,
): Promise<KeyActor | null> {
  const d1 = drizzle(db)
  const [row] = await d1
    .select({ key: apiKeys, settings: projects.settings })
    .from(apiKeys)
    .innerJoin(projects, eq(projects.id, apiKeys.projectId))
    .where(
      and(
        'hash' in by ? eq(apiKeys.hash, by.hash) : eq(apiKeys.id, by.id),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
      ),
    )
  if (!row) return null
  const [latest] = await d1
    .select({ id: runs.id })
    .from(runs)
    .where(eq(runs.apiKeyId, row.key.id))
    .orderBy(desc(runs.startedAt), desc(runs.id))
    .limit(1)
  return {
    type: 'key',
    id: row.key.id,
    organizationId: row.key.organizationId,
    projectId: row.key.projectId,
    scopes: new Set(scopesSchema.parse(JSON.parse(row.key.scopes))),
    onSevere: row.key.onSevere,
    settings: projectSettingsSchema.parse(JSON.parse(row.settings)),
    currentRunId: latest?.id ?? firstRunId(row.key.id),
  }
}
