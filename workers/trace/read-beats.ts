import type { TraceBeats } from '../../protocol/trace.ts'
import { markColumn, scoreColumn } from './entry-columns.ts'

/** Beats that D1 joins into one row: far fewer rows cross over, and no value comes near its limit of 2 MB. */
const rowsJoined = 8192

interface JoinedRow {
  seqs: string
  times: string
  scores: string
  marks: string
}

/** Every beat of a stretch of `seq` (both ends included) as columns. [S3] */
export async function readBeats(
  db: D1Database,
  runId: string,
  first: number,
  last: number,
): Promise<TraceBeats> {
  const { results } = await db
    .prepare(
      `SELECT group_concat(seq, ',' ORDER BY seq) AS seqs, group_concat(at, ',' ORDER BY seq) AS times,
         group_concat(score, ',' ORDER BY seq) AS scores, group_concat(mark, '' ORDER BY seq) AS marks
       FROM (SELECT seq, at, ${scoreColumn} AS score, ${markColumn} AS mark FROM entries
         WHERE run_id = ? AND seq BETWEEN ? AND ? AND type = 'beat')
       GROUP BY seq / ${rowsJoined} ORDER BY seq / ${rowsJoined}`,
    )
    .bind(runId, first, last)
    .all<JoinedRow>()
  const numbers = (name: 'seqs' | 'times' | 'scores') =>
    results.flatMap((row) => row[name].split(',').map(Number))
  return {
    seq: steps(numbers('seqs')),
    at: steps(numbers('times')),
    score: numbers('scores'),
    marks: results.map(({ marks }) => marks).join(''),
  }
}

/** The first value, then how much each is more than the one before. */
export function steps(values: readonly number[]): number[] {
  return values.map((value, index) => (index === 0 ? value : value - (values[index - 1] ?? 0)))
}
