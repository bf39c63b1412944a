import { firstAfter } from './surroundings.ts'

/** Signs that show nothing and cut words: NUL, soft hyphen, zero-width space, word joiner, byte-order mark. */
const hidden = /[\0\u00ad\u200b\u2060\ufeff]/
const hiddenRuns = /[\0\u00ad\u200b\u2060\ufeff]+/g

/** A text without its hidden signs. */
export interface Unhidden {
  readonly text: string
  /** Carries a place in it back to the original. */
  readonly original: (at: number) => number
}

/** What a reader sees of a text that holds hidden signs; null when it holds none. */
export function withoutHidden(text: string): Unhidden | null {
  if (!hidden.test(text)) return null
  const parts: string[] = []
  // Where each part begins, in the new text and in the old.
  const starts: number[] = []
  const origins: number[] = []
  let read = 0
  let written = 0
  const keep = (to: number): void => {
    if (to === read) return
    parts.push(text.slice(read, to))
    starts.push(written)
    origins.push(read)
    written += to - read
  }
  for (const { 0: run, index } of text.matchAll(hiddenRuns)) {
    keep(index)
    read = index + run.length
  }
  keep(text.length)
  return {
    text: parts.join(''),
    original: (at) => {
      const part = firstAfter(starts, at) - 1
      return (origins[part] ?? 0) + at - (starts[part] ?? 0)
    },
  }
}
