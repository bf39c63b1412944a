import {
  type SystemEvent,
  type Trace,
  type TraceBlocks,
  traceBlockSize,
  traceLimits,
  type TraceQuery,
} from '../../protocol/index.ts'
import { type BlockRow, countBlocks, keptBlocks, keptNotes, openBlock } from './count-blocks.ts'
import { pickNotes, type Notes } from './pick-notes.ts'
import { readBeats, steps } from './read-beats.ts'

interface Stretch {
  first: number
  last: number
}

/**
 * A run, or a stretch of it, to be drawn: every beat while they are few enough, else blocks with all that is not
 * green. Reads no text. [S1]
 *
 * @param db must hold everything acknowledged so far
 */
export async function readTrace(db: D1Database, runId: string, query: TraceQuery): Promise<Trace> {
  const { stretch, lastSeq } = await stretchOf(db, runId, query)
  if (!stretch) return whole(runId, null, 'beats', noNotes)
  const { first, last } = stretch
  const kept = await countBlocks(db, runId, lastSeq)
  const notes = await notesOf(db, runId, stretch, kept)
  if (last - first < query.points) {
    const beats = await readBeats(db, runId, first, last)
    return { ...whole(runId, stretch, 'beats', notes.picked), beats, left_out: 0, complete: notes.complete }
  }
  const [from, to] = [blockOf(first), blockOf(last)]
  const rows = await keptBlocks(db, runId, from, Math.min(to, kept - 1))
  if (notes.open && notes.open.block <= to) rows.push(notes.open)
  const blocks = columnsOf(merged(rows, Math.min(query.points, traceLimits.blocks)), lastSeq)
  return { ...whole(runId, stretch, 'blocks', notes.picked), blocks, complete: notes.complete }
}

const noNotes: Notes = { beats: [], leftOut: 0, events: [], amendments: [] }

const blockOf = (seq: number) => Math.floor((seq - 1) / traceBlockSize)

/** The entries of a range of time: times ascend with `seq`. [B7] */
async function stretchOf(
  db: D1Database,
  runId: string,
  { from, to }: TraceQuery,
): Promise<{ stretch: Stretch | null; lastSeq: number }> {
  const row = await db
    .prepare(
      `SELECT (SELECT max(seq) FROM entries WHERE run_id = ?1) AS lastSeq,
         (SELECT min(seq) FROM entries WHERE run_id = ?1
            AND at = (SELECT min(at) FROM entries WHERE run_id = ?1 AND at >= ?2)) AS first,
         (SELECT max(seq) FROM entries WHERE run_id = ?1
            AND at = (SELECT max(at) FROM entries WHERE run_id = ?1 AND at < ?3)) AS last`,
    )
    .bind(
      runId,
      from === undefined ? 0 : Date.parse(from),
      to === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(to),
    )
    .first<{ lastSeq: number | null; first: number | null; last: number | null }>()
  const { lastSeq = 0, first = null, last = null } = row ?? {}
  const stretch = first === null || last === null || last < first ? null : { first, last }
  return { stretch, lastSeq: lastSeq ?? 0 }
}

/** What is to be told one by one of a stretch, from the kept blocks and, past them, the open one. */
async function notesOf(db: D1Database, runId: string, { first, last }: Stretch, kept: number) {
  const [from, to] = [blockOf(first), blockOf(last)]
  const rows = await keptNotes(db, runId, from, Math.min(to, kept - 1))
  const open = to >= kept ? await openBlock(db, runId, kept) : null
  if (open) rows.push({ notes: open.notes, notable: open.yellow + open.red })
  return { open, picked: pickNotes(rows, first, last, traceLimits.notable), complete: to <= kept }
}

function whole(
  runId: string,
  stretch: Stretch | null,
  detail: Trace['detail'],
  { beats, leftOut, events, amendments }: Notes,
): Trace {
  return {
    run_id: runId,
    detail,
    first_seq: stretch?.first ?? null,
    last_seq: stretch?.last ?? null,
    complete: true,
    beats: {
      seq: steps(beats.map(([seq]) => seq)),
      at: steps(beats.map(([, at]) => at)),
      score: beats.map(([, , , score]) => score),
      marks: beats.map(([, , mark]) => mark).join(''),
    },
    left_out: leftOut,
    blocks: null,
    // Written by the server from its own headers.
    events: events.map(([seq, at, , event]) => ({ seq, at, event: event as SystemEvent })),
    amendments: amendments.map(([seq, , , beatSeq]) => ({ seq, beat_seq: beatSeq })),
  }
}

/** Neighbouring blocks joined until there are at most so many. */
function merged(rows: readonly BlockRow[], most: number): BlockRow[][] {
  const size = Math.ceil(rows.length / most) || 1
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  )
}

function columnsOf(groups: readonly BlockRow[][], lastSeq: number): TraceBlocks {
  const of = <T>(read: (group: BlockRow[]) => T) => groups.map(read)
  return {
    first_seq: of((group) => (group[0]?.block ?? 0) * traceBlockSize + 1),
    last_seq: of((group) => Math.min(lastSeq, ((group.at(-1)?.block ?? 0) + 1) * traceBlockSize)),
    from_at: of((group) => group[0]?.from_at ?? 0),
    to_at: of((group) => group.at(-1)?.to_at ?? 0),
    beats: of((group) => sum(group, 'beats')),
    score_min: of((group) => scores(group, 'score_min').reduce<number | null>(lower, null)),
    score_max: of((group) => scores(group, 'score_max').reduce<number | null>(higher, null)),
    score_mean: of((group) => {
      const beats = sum(group, 'beats')
      return beats === 0 ? null : sum(group, 'score_sum') / beats
    }),
    yellow: of((group) => sum(group, 'yellow')),
    red: of((group) => sum(group, 'red')),
    flatlines: of((group) => sum(group, 'flatlines')),
  }
}

function sum(
  group: readonly BlockRow[],
  name: 'beats' | 'score_sum' | 'yellow' | 'red' | 'flatlines',
): number {
  return group.reduce((total, row) => total + row[name], 0)
}

function scores(group: readonly BlockRow[], name: 'score_min' | 'score_max'): number[] {
  return group.flatMap((row) => row[name] ?? [])
}

const lower = (a: number | null, b: number) => (a === null ? b : Math.min(a, b))
const higher = (a: number | null, b: number) => (a === null ? b : Math.max(a, b))
