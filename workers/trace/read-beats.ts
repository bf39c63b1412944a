import type { TraceBeats } from '../../protocol/trace.ts'
import { markColumn, scoreColumn } from './entry-columns.ts'

/** Beats that D1 joins into one row: far fewer rows cross over, and no value comes near its limit of 2 MB. */
const rowsJoined = 16_384

/** Joined in the order in which they are scanned, which is that of the primary key: sorting would cost the most. */
const joinedSql = `
  SELECT group_concat(seq) AS seqs, group_concat(at) AS times, group_concat(score) AS scores,
    group_concat(mark, '') AS marks
  FROM (SELECT seq, at, ${scoreColumn} AS score, ${markColumn} AS mark FROM entries
    WHERE run_id = ? AND seq BETWEEN ? AND ? AND type = 'beat' ORDER BY seq)`

/** Null where the stretch has no beat. */
interface JoinedRow {
  seqs: string | null
  times: string | null
  scores: string | null
  marks: string | null
}

/** Every beat of a stretch of `seq` (both ends included) as columns. [S3] */
export async function readBeats(
  db: D1Database,
  runId: string,
  first: number,
  last: number,
): Promise<TraceBeats> {
  const statement = db.prepare(joinedSql)
  const parts = Array.from({ length: Math.ceil((last - first + 1) / rowsJoined) }, (_, part) => {
    const from = first + part * rowsJoined
    return statement.bind(runId, from, Math.min(last, from + rowsJoined - 1))
  })
  const results = await db.batch<JoinedRow>(parts)
  const rows = results.flatMap((result) => result.results)
  const numbers = (name: 'seqs' | 'times' | 'scores') =>
    rows.flatMap((row) => (row[name] === null ? [] : row[name].split(',').map(Number)))
  return {
    seq: steps(numbers('seqs')),
    at: steps(numbers('times')),
    score: numbers('scores'),
    marks: rows.map(({ marks }) => marks ?? '').join(''),
  }
}

/** The first value, then how much each is more than the one before. */
export function steps(values: readonly number[]): number[] {
  return values.map((value, index) => (index === 0 ? value : value - (values[index - 1] ?? 0)))
}
