import type { Stretch } from './normalise/view.ts'

/** Furthest that a stretch is widened to where its first and last sentence begin and end. */
const widest = 160
/** Shorter sentences ("Hi.", "Note:") say too little alone, and go with the next. */
const shortest = 24

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0

/** Whether a sentence ends behind the unit at this place. */
function endsAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code === 10 || code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0x964) return true
  if (code !== 46 && code !== 33 && code !== 63) return false
  return at + 1 >= text.length || isSpace(text.charCodeAt(at + 1))
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  let from = start
  let to = end
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return { start: from, end: to }
}

/** Not inside a surrogate pair. */
function characterEdge(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at
}

function widened(text: string, { start, end }: Stretch): Stretch {
  let from = start
  while (from > 0 && start - from < widest && !endsAt(text, from - 1)) from--
  let to = end
  while (to < text.length && to - end < widest && !endsAt(text, to - 1)) to++
  return { start: characterEdge(text, from), end: characterEdge(text, to) }
}

function sentencesOf(text: string, { start, end }: Stretch): Stretch[] {
  const sentences: Stretch[] = []
  let from = start
  for (let at = start; at < end; at++) {
    const isEnd = at === end - 1 || (endsAt(text, at) && at + 1 - from >= shortest)
    if (!isEnd) continue
    const sentence = trimmed(text, { start: from, end: at + 1 })
    if (sentence.end > sentence.start) sentences.push(sentence)
    from = at + 1
  }
  return sentences
}

function best(text: string, stretches: readonly Stretch[], score: (piece: string) => number): Stretch | null {
  let likeliest: Stretch | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const stretch of stretches) {
    const value = score(text.slice(stretch.start, stretch.end))
    if (value > most) [likeliest, most] = [stretch, value]
  }
  return likeliest
}

/** Stretches in the order of the text, those that overlap as one. */
function united(stretches: readonly Stretch[]): Stretch[] {
  const apart: Stretch[] = []
  for (const stretch of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1)
    if (last === undefined || stretch.start > last.end) apart.push(stretch)
    else apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) }
  }
  return apart
}

/**
 * The sentence that speaks most for something, found from outside: whatever judges a text can say so.
 *
 * @param score how much a piece speaks for it; higher is more
 * @param within stretches to look in and around; null: everywhere
 * @returns its place, in UTF-16 units; null for a text of blanks
 */
export function likeliestStretch(
  text: string,
  score: (piece: string) => number,
  within: readonly Stretch[] | null = null,
): Stretch | null {
  const whole = trimmed(text, { start: 0, end: text.length })
  if (whole.end === whole.start) return null
  const stretches = within === null ? [whole] : united(within.map((stretch) => widened(text, stretch)))
  const sentences = stretches.flatMap((stretch) => sentencesOf(text, stretch))
  return sentences.length < 2 ? (sentences[0] ?? whole) : best(text, sentences, score)
}
