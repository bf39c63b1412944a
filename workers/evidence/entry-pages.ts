import type { LogRow } from '../../durable-objects/log-reader.ts'
import type { Stretch } from './stretch.ts'

/** A page holds at most so many entries, and no more once it has so many bytes of text. */
const pageEntries = 500
const pageBytes = 1024 * 1024

/**
 * The entries of a stretch, page by page. `octet_length` tells a text's size without reading it, so a page of
 * whole texts ends after a few rows, and memory stays flat whatever was recorded.
 *
 * Between pages others have their turn. Where Worker and database share a thread (on one's own machine), pages
 * without a pause would keep it from ever looking at its sockets: no beat would be taken while an export runs,
 * and the export's own connection, whose clock stood still, would be closed as idle when it ends.
 *
 * @throws Error when an entry is missing: the stream breaks off, and the file is not whole
 */
export async function* entryPages(
  db: D1Database,
  runId: string,
  stretch: Stretch | null,
): AsyncGenerator<LogRow[]> {
  if (!stretch) return
  const statement = db.prepare(
    `SELECT seq, type, id, at, header, content, salt, hash FROM entries
     WHERE run_id = ?1 AND seq > ?2 AND seq <= (
       SELECT max(seq) FROM (
         SELECT seq, sum(bytes) OVER (ORDER BY seq) - bytes AS before FROM (
           SELECT seq, octet_length(header) + coalesce(octet_length(content), 0) AS bytes FROM entries
           WHERE run_id = ?1 AND seq > ?2 AND seq <= ?3 ORDER BY seq LIMIT ${pageEntries}))
       WHERE before < ${pageBytes})
     ORDER BY seq`,
  )
  for (let after = stretch.firstSeq - 1; after < stretch.lastSeq;) {
    await scheduler.wait(0)
    const { results } = await statement.bind(runId, after, stretch.lastSeq).all<LogRow>()
    for (const row of results) {
      if (row.seq !== ++after) throw new Error(`Entry ${after} is missing from the log`)
    }
    if (results.length === 0) throw new Error(`Entry ${after + 1} is missing from the log`)
    yield results
  }
}
