import { readdirSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** What a beat of a made-up long run was: its score, its colour, whether it flatlined. */
export interface MadeBeat {
  score: number
  color: 'green' | 'yellow' | 'red'
  flatline: boolean
}

/** Ten beats a second, as a busy model gives them. */
export const LONG_RUN_STEP_MS = 100

/** Calm, with a doubtful beat now and then, a red one rarely, and two that flatlined in a million. */
export function usual(seq: number): MadeBeat {
  if (seq % 499_979 === 0) return { score: 0.08, color: 'red', flatline: true }
  if (seq % 9973 === 0) return { score: 0.42, color: 'red', flatline: false }
  if (seq % 997 === 0) return { score: 0.84, color: 'yellow', flatline: false }
  return { score: 0.96 + ((seq * 7919) % 40) / 1000, color: 'green', flatline: false }
}

/**
 * Makes a run of one beat into one of many, in the files of a server that does not run: posting a million of them
 * would take the better part of an hour. The last entry stays the real one; those before it are copies of its
 * header with other figures, whose hashes and commitments mean nothing.
 *
 * @param size entries that the run is to have
 */
export function makeLong(dataDir: string, runId: string, size: number, beat = usual): void {
  const { header } = inDatabase(`${dataDir}/d1`, (db) => lengthen(db, runId, size, beat))
  const { timestamp } = JSON.parse(header) as { timestamp: string }
  const lastAt = Date.parse(timestamp)
  inDatabase(`${dataDir}/objects`, (db) => tellObject(db, runId, size, lastAt))
}

function lengthen(db: DatabaseSync, runId: string, size: number, beat: (seq: number) => MadeBeat) {
  const last = db
    .prepare(
      'SELECT seq, at, header, content, salt, hash FROM entries WHERE run_id = ? ORDER BY seq DESC LIMIT 1',
    )
    .get(runId) as
    { seq: number; at: number; header: string; content: string; salt: string; hash: string } | undefined
  if (!last) return null
  const header = JSON.parse(last.header) as Record<string, unknown>
  const headerOf = (seq: number, at: number, { score, color, flatline }: MadeBeat) =>
    JSON.stringify({
      ...header,
      alignment_score: score,
      color,
      flatline,
      seq,
      id: `bt_${seq}`,
      timestamp: new Date(at).toISOString(),
      violations: color === 'green' ? [] : ['Made-up finding'],
    })
  const insert = db.prepare(
    `INSERT OR REPLACE INTO entries (run_id, seq, type, id, at, header, content, salt, hash, color, flagged)
     VALUES (?, ?, 'beat', ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  db.exec('PRAGMA synchronous = OFF')
  db.exec('BEGIN')
  db.prepare('DELETE FROM entries WHERE run_id = ?').run(runId)
  for (let seq = 1; seq <= size; seq += 1) {
    const at = last.at - (size - seq) * LONG_RUN_STEP_MS
    const made = beat(seq)
    const flagged = made.color === 'green' ? 0 : 1
    insert.run(
      runId,
      seq,
      `bt_${seq}`,
      at,
      headerOf(seq, at, made),
      last.content,
      last.salt,
      last.hash,
      made.color,
      flagged,
    )
  }
  const startedAt = last.at - size * LONG_RUN_STEP_MS
  db.prepare(
    `UPDATE runs SET last_seq = ?1, started_at = ?2,
       state = json_set(state, '$.last_seq', ?1, '$.started_at', ?3, '$.stats.beats', ?1) WHERE id = ?4`,
  ).run(size, startedAt, new Date(startedAt).toISOString(), runId)
  db.exec('COMMIT')
  return { header: last.header }
}

/** The object of the run counts on from there. */
function tellObject(db: DatabaseSync, runId: string, size: number, lastAt: number): true | null {
  const row = db.prepare('SELECT state FROM run').get() as { state: string } | undefined
  if (!row?.state.includes(runId)) return null
  db.exec('DELETE FROM entries')
  db.prepare(
    `UPDATE run SET state = json_set(state, '$.last_seq', ?1, '$.flushed_seq', ?1, '$.totals.beats', ?1,
       '$.totals.green', ?1, '$.totals.score_sum', ?2, '$.started_at', ?3, '$.last_at', ?4)`,
  ).run(size, size * 0.98, lastAt - size * LONG_RUN_STEP_MS, lastAt)
  return true
}

/** Does something with the one SQLite file in a folder for which it gives an answer. */
function inDatabase<T>(folder: string, act: (db: DatabaseSync) => T | null): T {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.sqlite')) continue
    const db = new DatabaseSync(`${folder}/${file}`)
    try {
      if (db.prepare(`SELECT 1 FROM sqlite_master WHERE name IN ('entries', 'run')`).get() === undefined)
        continue
      const result = act(db)
      if (result !== null) return result
    } finally {
      db.close()
    }
  }
  throw new Error(`There is no such run in ${folder}`)
}
