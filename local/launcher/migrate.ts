import { readdir, readFile } from 'node:fs/promises'
import type { D1Database } from '@cloudflare/workers-types'

/**
 * Applies the migrations that are not applied yet, in the order of their names, and notes them where
 * `wrangler d1 migrations` does, so that either can go on from the other.
 */
export async function migrate(db: D1Database, folder: URL): Promise<string[]> {
  await db
    .prepare(
      `CREATE TABLE IF NOT EXISTS d1_migrations (
         id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE,
         applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`,
    )
    .run()
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>()
  const applied = new Set(results.map((row) => row.name))
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  const fresh = files.filter((name) => !applied.has(name))
  for (const name of fresh) {
    const sql = await readFile(new URL(name, folder), 'utf8')
    const steps = sql.split('--> statement-breakpoint').map((step) => db.prepare(step.trim()))
    await db.batch([...steps, db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name)])
  }
  return fresh
}
