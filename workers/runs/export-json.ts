import { genesisHash } from '../../durable-objects/chain.ts'
import { entryText } from '../../durable-objects/entry-text.ts'
import type { Run } from '../../protocol/index.ts'
import { queryLog, type RangeQuery } from './log-query.ts'

/** Entries read at a time: the most a page of whole texts may put in memory is some 100 MB, the usual is 1 MB. */
const pageEntries = 100

/**
 * A run as one JSON file, streamed page by page. Counts and head come last, so that a cut file is not whole.
 * [G3] [G4]
 *
 * @param run as it was when the export began: entries after its `last_seq` are left for the next export
 */
export function exportJson(db: D1Database, run: Run, range: RangeQuery): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let cursor = 0
  let count = 0
  let beats = 0
  let head: string | null = null
  let state: 'opening' | 'entries' | 'done' = 'opening'
  const next = async (): Promise<string> => {
    if (state === 'opening') {
      state = 'entries'
      const about = { custos_export: 1, run, range: isoRange(range), genesis: genesisHash(run.id) }
      return `${JSON.stringify(about).slice(0, -1)},"entries":[`
    }
    const rows = await queryLog(db, run.id, { ...allOf(range), after: cursor })
    const page = rows.slice(0, pageEntries).filter((row) => row.seq <= run.last_seq)
    const separator = count === 0 ? '' : ','
    for (const row of page) {
      count++
      if (row.type === 'beat') beats++
      head = row.hash
      cursor = row.seq
    }
    let text = page.length === 0 ? '' : separator + page.map((row) => `\n${entryText(row, true)}`).join(',')
    if (rows.length <= pageEntries || page.length < pageEntries) {
      state = 'done'
      text += `\n],${JSON.stringify({ count, beats, head, complete: true }).slice(1)}\n`
    }
    return text
  }
  return new ReadableStream({
    async pull(controller) {
      controller.enqueue(encoder.encode(await next()))
      if (state === 'done') controller.close()
    },
  })
}

function allOf(range: RangeQuery) {
  return { ...range, limit: pageEntries, kinds: 'all' as const, flagged_only: false }
}

function isoRange(range: RangeQuery) {
  return { start: isoOrNull(range.start), end: isoOrNull(range.end) }
}

function isoOrNull(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(ms).toISOString()
}
