import type { Stretch } from './view.ts'

/** Texts up to this length are read whole. UTF-16 units. */
export const readWhole = 524_288
const head = 262_144
const tail = 131_072
/** Windows between head and tail, evenly apart. */
const windows = 8
const windowLength = 16_384
/** Ends a sentence and a paragraph: nothing is read across a gap. */
const gap = '\n\n'

/** A longer text, as far as it is read, and where its parts stand in the whole. */
export interface Excerpt {
  readonly text: string
  readonly place: (stretch: Stretch) => Stretch
}

interface Part {
  /** Where it begins in the excerpt, and in the whole. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Not inside a surrogate pair. */
function characterEdge(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at
}

function stretchesOf(text: string): Stretch[] {
  const between = text.length - head - tail
  const stride = between / windows
  const middle = Array.from({ length: windows }, (_, i) => {
    const start = Math.floor(head + i * stride + (stride - windowLength) / 2)
    return { start, end: start + windowLength }
  })
  const all = [{ start: 0, end: head }, ...middle, { start: text.length - tail, end: text.length }]
  return all.map(({ start, end }) => ({ start: characterEdge(text, start), end: characterEdge(text, end) }))
}

/**
 * What is read of a text too long to be read whole: its head, its tail, and eight windows between them, half a
 * million units in all, so that no text costs more than that. Null for a text that is read whole.
 */
export function excerptOf(text: string): Excerpt | null {
  if (text.length <= readWhole) return null
  const parts: Part[] = []
  let length = 0
  for (const { start, end } of stretchesOf(text)) {
    parts.push({ at: length, from: start, to: end })
    length += end - start + gap.length
  }
  const place = (offset: number): number => {
    const part = parts.findLast(({ at }) => at <= offset) ?? { at: 0, from: 0, to: 0 }
    return Math.min(part.to, part.from + offset - part.at)
  }
  return {
    text: parts.map(({ from, to }) => text.slice(from, to)).join(gap),
    // An end is exclusive: what counts is the unit before it.
    place: ({ start, end }) => ({ start: place(start), end: end > start ? place(end - 1) + 1 : place(end) }),
  }
}
