/** Texts up to this length are one chunk: themselves. UTF-16 units. */
export const chunkedFrom = 400
const chunkLength = 180
const chunkStep = 140
/** Texts longer than this are read without overlap: their chunks are many, and time matters. */
const overlappingUpTo = 8192
/** How far a chunk's edge may move to stand between two words. */
const slack = 24

function wordEdge(text: string, at: number): number {
  for (let i = at; i < text.length && i < at + slack; i++) if (text.charCodeAt(i) <= 0x20) return i
  return Math.min(at, text.length)
}

/**
 * Calls `visit` with every chunk of a text, about two sentences each, from start to end. One bad
 * line fills much of its chunk, however long the text around it.
 */
export function eachChunk(
  text: string,
  from: number,
  to: number,
  visit: (start: number, end: number) => void,
): void {
  const step = to - from > overlappingUpTo ? chunkLength : chunkStep
  for (let start = from; ;) {
    const end = start + chunkLength >= to ? to : Math.min(to, wordEdge(text, start + chunkLength))
    visit(start, end)
    if (end >= to) return
    start = Math.max(start + 1, Math.min(to - 1, wordEdge(text, start + step)))
  }
}
