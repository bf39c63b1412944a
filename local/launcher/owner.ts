import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import type { D1Database } from '@cloudflare/workers-types'
import * as z from 'zod'
import { secretHash } from '../../workers/auth/secrets.ts'

const credentialsSchema = z.object({ url: z.string(), api_key: z.string(), user_token: z.string() })

/** What the launcher keeps for its owner; the server itself has hashes only. */
export type Credentials = z.infer<typeof credentialsSchema>

/** Life of a sign-in link, ms. */
const linkMs = 10 * 60 * 1000

/**
 * Makes the owner, a project and a key the first time; later reads what was kept. The file is its owner's
 * alone (mode 0600). Lost, it is made anew: the old key goes on working, but nobody knows it any more.
 */
export async function ensureOwner(db: D1Database, dataDir: string, url: string): Promise<Credentials> {
  const file = `${dataDir}/credentials.json`
  const kept = await readKept(file)
  // Nobody mails the owner of their own machine. One from before there were mails is told so too.
  await db.prepare(`UPDATE users SET email_verified = 1 WHERE id = 'usr_local'`).run()
  const credentials = { ...(kept ?? (await makeOwner(db))), url }
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await writeFile(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 })
  await chmod(file, 0o600)
  return credentials
}

async function readKept(file: string): Promise<Credentials | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  return text === null ? null : credentialsSchema.parse(JSON.parse(text))
}

async function makeOwner(db: D1Database): Promise<Omit<Credentials, 'url'>> {
  const now = Date.now()
  const api_key = secret('cus_live_')
  const user_token = secret('cus_user_')
  const keyId = `key_${randomBytes(16).toString('hex')}`
  const scopes = JSON.stringify(['write', 'read', 'export'])
  const insert = (sql: string, ...values: (string | number)[]) => db.prepare(sql).bind(...values)
  await db.batch([
    insert(
      'INSERT OR IGNORE INTO users (id, email, name, email_verified, created_at) VALUES (?, ?, ?, 1, ?)',
      'usr_local',
      'owner@localhost',
      'Local owner',
      now,
    ),
    insert(
      'INSERT OR IGNORE INTO organizations (id, name, created_at) VALUES (?, ?, ?)',
      'org_local',
      'Local',
      now,
    ),
    insert(
      'INSERT OR IGNORE INTO members (organization_id, user_id, role, created_at) VALUES (?, ?, ?, ?)',
      'org_local',
      'usr_local',
      'owner',
      now,
    ),
    insert(
      'INSERT OR IGNORE INTO projects (id, organization_id, name, created_at) VALUES (?, ?, ?, ?)',
      'prj_local',
      'org_local',
      'My first project',
      now,
    ),
    insert(
      `INSERT INTO api_keys (id, organization_id, project_id, name, prefix, hash, scopes, created_at)
       VALUES (?, 'org_local', 'prj_local', ?, ?, ?, ?, ?)`,
      keyId,
      'My first key',
      api_key.slice(0, 13),
      secretHash(api_key),
      scopes,
      now,
    ),
    insert(
      `INSERT INTO user_tokens (hash, id, user_id, kind, name, created_at)
       VALUES (?, ?, 'usr_local', 'token', 'Command line', ?)`,
      secretHash(user_token),
      `tok_${randomBytes(16).toString('hex')}`,
      now,
    ),
  ])
  return { api_key, user_token }
}

/** A link that signs the owner in, once, within ten minutes; older ones stop working. */
export async function mintSignInLink(db: D1Database, url: string): Promise<string> {
  const link = secret('cus_link_')
  await db.batch([
    db.prepare('DELETE FROM sign_in_links'),
    db
      .prepare(`INSERT INTO sign_in_links (hash, user_id, expires_at) VALUES (?, 'usr_local', ?)`)
      .bind(secretHash(link), Date.now() + linkMs),
  ])
  return `${url}/simulator#sign-in=${link}`
}

function secret(prefix: string): string {
  return prefix + randomBytes(32).toString('base64url')
}
