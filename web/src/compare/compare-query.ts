import type { Query } from '../app/address.ts'

/** Stands for the run that the project names as its baseline. */
export const BASELINE = 'baseline'

/** What a link to a comparison holds. */
export interface CompareQuery {
  /** Ids of runs; the second may be {@link BASELINE}. Null where none is chosen yet. */
  a: string | null
  b: string | null
  /** What lies under what: beats of the same number, or of the same time since the start. */
  by: 'beat' | 'time'
}

export function readCompareQuery(query: Query): CompareQuery {
  return { a: query['a'] || null, b: query['b'] || null, by: query['by'] === 'time' ? 'time' : 'beat' }
}

export function writeCompareQuery({ a, b, by }: CompareQuery): Query {
  return { ...(a !== null && { a }), ...(b !== null && { b }), ...(by === 'time' && { by }) }
}
