import { readdirSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** Reads the same rows as an export from the same file, and does nothing with them: the least there is to do. */
export function bareScan(dataDir: string, runId: string): { rows: number; seconds: number } {
  for (const file of readdirSync(`${dataDir}/d1`, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.sqlite')) continue
    const db = new DatabaseSync(`${dataDir}/d1/${file}`, { readOnly: true })
    try {
      const isLog = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'entries'`).get() !== undefined
      // There may be several databases of logs, and the run is in one of them.
      if (!isLog || !db.prepare('SELECT 1 FROM entries WHERE run_id = ?').get(runId)) continue
      const start = performance.now()
      let rows = 0
      const sql = 'SELECT seq, header, content, salt, hash FROM entries WHERE run_id = ? ORDER BY seq'
      for (const _ of db.prepare(sql).iterate(runId)) rows++
      return { rows, seconds: (performance.now() - start) / 1000 }
    } finally {
      db.close()
    }
  }
  throw new Error(`There is no log in ${dataDir}`)
}
