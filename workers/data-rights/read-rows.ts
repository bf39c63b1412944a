import { tableRights } from './tables.ts'

/** Rows read at once; fewer of entries, which may hold 256 KiB of texts each. */
const pageRows = { entries: 20, other: 200 }

/** A row as it is exported: all that is stored, but secrets. */
export type ExportedRow = Record<string, unknown>

/**
 * The rows of a table that fit a condition, page by page, without what is secret.
 *
 * @param table one of {@link tableRights}
 * @param where its condition there
 * @param values of the condition's parameters
 */
export async function* readRows(
  db: D1Database,
  table: string,
  where: string,
  values: readonly string[],
): AsyncGenerator<ExportedRow[]> {
  const secret = new Set(tableRights[table]?.secret)
  // Named after the last of the condition's parameters, whichever of them it uses.
  const after = `?${values.length + 1}`
  const statement = db.prepare(
    `SELECT rowid AS place, * FROM ${table} WHERE (${where}) AND rowid > ${after} ORDER BY rowid
     LIMIT ${pageRows[table === 'entries' ? 'entries' : 'other']}`,
  )
  for (let place = -1; ;) {
    const { results } = await statement.bind(...values, place).all<ExportedRow & { place: number }>()
    const last = results.at(-1)
    if (!last) return
    ;({ place } = last)
    yield results.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'place' && !secret.has(name))),
    )
  }
}
