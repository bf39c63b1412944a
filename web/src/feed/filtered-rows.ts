import type { Filter } from '../run/run-query.ts'
import type { FeedRow } from './feed-row.ts'

/**
 * The rows that pass a filter, kept up as new rows arrive: each row is looked at once, so that a list of a hundred
 * thousand stays cheap at fifty new ones a second.
 */
export class FilteredRows {
  /** The rows that pass, in order of `seq`. */
  readonly rows: FeedRow[] = []
  private seen = 0
  private readonly passes: (row: FeedRow) => boolean

  constructor(filter: Filter) {
    this.passes = filterOf(filter)
  }

  /** Looks at the rows that came since the last call. */
  take(rows: readonly FeedRow[]): void {
    for (; this.seen < rows.length; this.seen += 1) {
      const row = rows[this.seen]
      if (row && this.passes(row)) this.rows.push(row)
    }
  }
}

/** Whether anything is filtered at all. */
export function isFiltering({ marks, rule, text }: Filter): boolean {
  return marks.length > 0 || rule !== null || text.trim() !== ''
}

/** What a filter asks of a row. */
export function filterOf(filter: Filter): (row: FeedRow) => boolean {
  const { marks, rule } = filter
  const words = filter.text.toLowerCase().split(/\s+/u).filter(Boolean)
  if (!isFiltering(filter)) return () => true
  return (row) => {
    if (row.type !== 'beat') return false
    if (marks.length > 0 && !marks.includes(row.mark)) return false
    if (rule !== null && !row.rules.includes(rule)) return false
    if (words.length === 0) return true
    const text = [`#${row.seq}`, ...row.titles, ...row.rules, row.prompt, row.response]
      .join(' ')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  }
}
