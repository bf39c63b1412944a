import { readFile, readdir } from 'node:fs/promises'
import { Miniflare } from 'miniflare'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from './migrate.ts'

const folder = new URL('../../migrations/', import.meta.url)
let platform: Miniflare

beforeAll(async () => {
  platform = new Miniflare({
    modules: true,
    script: 'export default {}',
    compatibilityDate: '2026-07-01',
    d1Databases: { DB: 'old' },
  })
  await platform.ready
})
afterAll(() => platform.dispose())

describe('migrate', () => {
  it('brings a database of the first release, with rows, to the schema of today', async () => {
    const db = await platform.getD1Database('DB')
    await applyOnly(db, ['0000_first.sql', '0001_retention.sql'])
    const header = {
      alignment_score: 0.2,
      flatline: false,
      violations: ['Evasion: bypass'],
      findings: [
        { rule_id: 'evasion.bypass', severity: 'high' },
        { rule_id: 'honesty.meta', severity: 'low' },
      ],
    }
    await db.batch([
      db.prepare(`INSERT INTO users (id, email, name, created_at) VALUES ('usr_1', 'a@example.com', 'A', 1)`),
      db.prepare(
        `INSERT INTO user_tokens (hash, user_id, kind, created_at) VALUES ('h', 'usr_1', 'token', 1)`,
      ),
      db.prepare(`INSERT INTO organizations (id, name, created_at) VALUES ('org_1', 'A', 1)`),
      db.prepare(
        `INSERT INTO runs (id, organization_id, project_id, api_key_id, status, started_at, last_seq, state)
         VALUES ('run_1', 'org_1', 'prj_1', 'key_1', 'active', 1, 2, '{}')`,
      ),
      entry(db, 1, 'green', 0, { ...header, violations: [], findings: [] }),
      entry(db, 2, 'red', 1, header),
      entry(db, 3, 'yellow', 1, { ...header, findings: [] }),
    ])
    const rest = await migrate(db, folder)
    expect(rest).not.toContain('0000_first.sql')
    expect(rest.length).toBeGreaterThan(0)
    const token = await db.prepare('SELECT id FROM user_tokens').first<{ id: string }>()
    expect(token?.id).toMatch(/^tok_[0-9a-f]{32}$/)
    const { results } = await db.prepare('SELECT * FROM incidents ORDER BY seq').all()
    expect(results).toMatchObject([
      {
        run_id: 'run_1',
        seq: 2,
        organization_id: 'org_1',
        severity: 'high',
        score: 0.2,
        rules: '["evasion.bypass","honesty.meta"]',
        violations: '["Evasion: bypass"]',
        state: 'open',
      },
      { seq: 3, severity: 'medium', rules: '[]' },
    ])
    expect(await db.prepare('SELECT auditors_see_texts FROM organizations').first()).toEqual({
      auditors_see_texts: 1,
    })
    expect(await migrate(db, folder)).toEqual([])
  })
})

type Database = Awaited<ReturnType<Miniflare['getD1Database']>>

/** As the launcher did when these files were all there was. */
async function applyOnly(db: Database, names: string[]): Promise<void> {
  expect(await readdir(folder)).toEqual(expect.arrayContaining(names))
  await db.prepare('CREATE TABLE d1_migrations (id INTEGER PRIMARY KEY, name TEXT UNIQUE)').run()
  for (const name of names) {
    const sql = await readFile(new URL(name, folder), 'utf8')
    const steps = sql.split('--> statement-breakpoint').map((step) => db.prepare(step.trim()))
    await db.batch([...steps, db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name)])
  }
}

function entry(db: Database, seq: number, color: string, flagged: number, header: object) {
  return db
    .prepare(
      `INSERT INTO entries (run_id, seq, type, id, at, header, hash, color, flagged)
       VALUES ('run_1', ?, 'beat', ?, 1, ?, 'h', ?, ?)`,
    )
    .bind(seq, `bt_${seq}`, JSON.stringify(header), color, flagged)
}
