import { traceBlockSize } from '../../protocol/trace.ts'
import { markColumn, noteColumn, scoreColumn } from './entry-columns.ts'

/** Blocks counted by one statement: 16,384 entries. */
const stepBlocks = 64
/** After so long a request counts no further, ms; the next one goes on. */
const countMs = 1500
/** Characters of notes that one answer reads: some 35,000 of them. */
const notesMost = 1_000_000

/** One block, as the table has it. */
export interface BlockRow {
  block: number
  from_at: number
  to_at: number
  beats: number
  score_min: number | null
  score_max: number | null
  score_sum: number
  yellow: number
  red: number
  flatlines: number
}

const blockColumns = 'block, from_at, to_at, beats, score_min, score_max, score_sum, yellow, red, flatlines'

/**
 * Counts the blocks of a stretch of `seq`: run, first and last `seq` are its parameters. Materialized, or else the
 * header would be looked at anew for every column that is made of it.
 */
const countSql = `
  WITH picked AS MATERIALIZED (
    SELECT seq, at, type, CASE WHEN type <> 'beat' THEN header END AS header,
      CASE type WHEN 'beat' THEN ${scoreColumn} END AS score, CASE type WHEN 'beat' THEN ${markColumn} END AS mark
    FROM entries WHERE run_id = ?1 AND seq BETWEEN ?2 AND ?3)
  SELECT ?1 AS run_id, (seq - 1) / ${traceBlockSize} AS block, min(at) AS from_at, max(at) AS to_at,
    count(score) AS beats, min(score) AS score_min, max(score) AS score_max, total(score) AS score_sum,
    count(*) FILTER (WHERE mark = 'y') AS yellow, count(*) FILTER (WHERE mark IN ('r', 'f')) AS red,
    count(*) FILTER (WHERE mark = 'f') AS flatlines,
    json_group_array(json(${noteColumn})) FILTER (WHERE type <> 'beat' OR mark <> 'g') AS notes,
    count(*) AS entries
  FROM picked
  GROUP BY block`

/**
 * Counts and keeps those full blocks of a run that are not kept yet, from the first on. They never change, since
 * entries never do; two requests that count at once write the same. [S2]
 *
 * @param lastSeq the run's last entry in D1
 * @returns how many blocks, from the first, are kept now
 */
export async function countBlocks(db: D1Database, runId: string, lastSeq: number): Promise<number> {
  const full = Math.floor(lastSeq / traceBlockSize)
  const known = await db
    .prepare('SELECT max(block) AS last FROM trace_blocks WHERE run_id = ?')
    .bind(runId)
    .first<number | null>('last')
  const began = Date.now()
  let next = (known ?? -1) + 1
  while (next < full && Date.now() - began < countMs) {
    const end = Math.min(full, next + stepBlocks)
    await db
      .prepare(
        `INSERT OR IGNORE INTO trace_blocks (run_id, ${blockColumns}, notes)
         SELECT run_id, ${blockColumns}, notes FROM (${countSql}) WHERE entries = ${traceBlockSize}
           AND NOT EXISTS (SELECT 1 FROM tombstones WHERE run_id = ?1)`,
      )
      .bind(runId, next * traceBlockSize + 1, end * traceBlockSize)
      .run()
    next = end
  }
  return next
}

/** Kept blocks `first` to `last`, both included. */
export async function keptBlocks(
  db: D1Database,
  runId: string,
  first: number,
  last: number,
): Promise<BlockRow[]> {
  const { results } = await db
    .prepare(
      `SELECT ${blockColumns} FROM trace_blocks WHERE run_id = ? AND block BETWEEN ? AND ? ORDER BY block`,
    )
    .bind(runId, first, last)
    .all<BlockRow>()
  return results
}

/** The notes of a block: null where they found no room. */
export interface BlockNotes {
  notes: string | null
  /** Beats of the block that are not green. */
  notable: number
}

/** The notes of kept blocks, those that flatlined and the newest first, as many as one answer can hold. */
export async function keptNotes(
  db: D1Database,
  runId: string,
  first: number,
  last: number,
): Promise<BlockNotes[]> {
  const { results } = await db
    .prepare(
      `SELECT yellow + red AS notable, CASE WHEN room <= ${notesMost} THEN notes END AS notes FROM (
         SELECT yellow, red, notes,
           sum(length(notes)) OVER (ORDER BY flatlines > 0 DESC, block DESC) AS room
         FROM trace_blocks WHERE run_id = ? AND block BETWEEN ? AND ? AND notes <> '[]')`,
    )
    .bind(runId, first, last)
    .all<BlockNotes>()
  return results
}

/** The block that is not full yet, counted anew each time; null when every block is full. */
export async function openBlock(
  db: D1Database,
  runId: string,
  block: number,
): Promise<(BlockRow & { notes: string }) | null> {
  return db
    .prepare(countSql)
    .bind(runId, block * traceBlockSize + 1, (block + 1) * traceBlockSize)
    .first<BlockRow & { notes: string }>()
}
