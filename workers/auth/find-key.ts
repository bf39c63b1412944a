import { and, desc, eq, gt, isNull, or, type SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { waitUntil } from 'cloudflare:workers'
import * as z from 'zod'
import { apiKeys, projects, runs } from '../../migrations/schema.ts'
import { projectSettingsSchema, scopeSchema } from '../../protocol/index.ts'
import { firstRunId } from '../../durable-objects/run-id.ts'
import { keyGuesses } from '../limits/key-guesses.ts'
import type { KeyActor } from './actor.ts'
import { usedAgain } from './last-used.ts'
import { secretHash } from './secrets.ts'

const scopesSchema = z.array(scopeSchema)
const originsSchema = z.array(z.string())

/** How long an isolate believes what it read of a key, ms: so long a revoked key may still write. [O11] */
export const keptMs = 5000
/** Keys and misses remembered by an isolate. */
const keptMost = 10_000

interface Kept {
  until: number
  key: KeyActor | null
}
const kept = new Map<string, Kept>()

/** A key as D1 has it. */
interface Found {
  key: KeyActor
  lastUsedAt: number | null
  /** When the next of its secrets ends, ms: no isolate believes in it longer. */
  until: number
}

/**
 * The key of a secret, or null. Asked of D1 once in five seconds an isolate, misses too, so that a beat costs
 * no query and guessing costs no database. What is compared is the SHA-256, by an index: how long it takes says
 * nothing of the secret.
 *
 * @param address where the secret comes from, if that is known
 * @throws ProblemError `rate_limited` for a secret that this isolate does not know, from where many were wrong
 */
export async function findKey(
  { DB: db }: { DB: D1Database },
  secret: string,
  address: string | null,
): Promise<KeyActor | null> {
  const hash = secretHash(secret)
  const now = Date.now()
  const known = kept.get(hash)
  if (known && known.until > now) return known.key
  // Whoever was let in before is no guesser, and does not wait behind one.
  if (!known?.key) keyGuesses.check(address, hash, now)
  const found = await readKey(db, bySecret(hash, now), now)
  if (!found) keyGuesses.missed(address, hash, now)
  if (kept.size >= keptMost) kept.clear()
  const until = Math.min(now + keptMs, found?.until ?? Infinity)
  kept.set(hash, { until, key: found?.key ?? null })
  if (found && usedAgain(found.lastUsedAt, now)) {
    const used = drizzle(db).update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, found.key.id))
    waitUntil(used.run().catch(() => undefined))
  }
  return found?.key ?? null
}

/** Forgets what this isolate believes of a key, so that a change is seen at once here, if not elsewhere. */
export function forgetKey(keyId: string): void {
  for (const [hash, { key }] of kept) if (key?.id === keyId) kept.delete(hash)
}

/** A key by its id: for people who act for it. Not cached. */
export async function readKeyById(db: D1Database, id: string): Promise<KeyActor | null> {
  const found = await readKey(db, eq(apiKeys.id, id), Date.now())
  return found?.key ?? null
}

/** The secret of now, or the one before it for as long as a rotation's overlap lasts. [O10] */
function bySecret(hash: string, now: number): SQL | undefined {
  return or(eq(apiKeys.hash, hash), and(eq(apiKeys.previousHash, hash), gt(apiKeys.previousUntil, now)))
}

async function readKey(db: D1Database, which: SQL | undefined, now: number): Promise<Found | null> {
  const d1 = drizzle(db)
  const [row] = await d1
    .select({ key: apiKeys, settings: projects.settings, policy: projects.policy })
    .from(apiKeys)
    .innerJoin(projects, eq(projects.id, apiKeys.projectId))
    .where(and(which, isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now))))
  if (!row) return null
  const { id, organizationId, projectId, onSevere, lastUsedAt, expiresAt, previousUntil } = row.key
  const [latest] = await d1
    .select({ id: runs.id })
    .from(runs)
    .where(eq(runs.apiKeyId, id))
    .orderBy(desc(runs.startedAt), desc(runs.id))
    .limit(1)
  const key: KeyActor = {
    type: 'key',
    id,
    organizationId,
    projectId,
    scopes: new Set(scopesSchema.parse(JSON.parse(row.key.scopes))),
    onSevere,
    settings: projectSettingsSchema.parse(JSON.parse(row.settings)),
    policy: row.policy,
    allowedOrigins: originsSchema.parse(JSON.parse(row.key.allowedOrigins)),
    currentRunId: latest?.id ?? firstRunId(id),
  }
  const ends = [expiresAt, previousUntil].filter((at) => at !== null && at > now) as number[]
  return { key, lastUsedAt, until: Math.min(...ends) }
}
