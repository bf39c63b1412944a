import type { Stretch } from './normalise/view.ts'

/** A text is cut into so many parts a round, and the likeliest is cut again. */
const parts = 8
/** A part reaches so far into the next, so that no sentence is cut in all of them. UTF-16 units. */
const overlap = 120
/** From here on a stretch is cut into sentences. */
const fewSentences = 400
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

function widened(text: string, { start, end }: Stretch): Stretch {
  let from = start
  while (from > 0 && start - from < widest && !endsAt(text, from - 1)) from--
  let to = end
  while (to < text.length && to - end < widest && !endsAt(text, to - 1)) to++
  return { start: from, end: to }
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

/** Not inside a surrogate pair. */
function characterEdge(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at
}

function partsOf(text: string, { start, end }: Stretch): Stretch[] {
  const length = Math.ceil((end - start) / parts)
  return Array.from({ length: parts }, (_, part) => ({
    start: characterEdge(text, Math.min(end, start + part * length)),
    end: characterEdge(text, Math.min(end, start + (part + 1) * length + overlap)),
  })).filter((part) => part.end > part.start)
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

/**
 * The sentence that speaks most for something, found from outside: whatever judges a text can say so. The text is cut
 * into overlapping parts, the likeliest of them again, down to sentences, so that all is read little more than once.
 *
 * @param score how much a piece speaks for it; higher is more
 * @returns its place, in UTF-16 units; null for a text of blanks
 */
export function likeliestStretch(text: string, score: (piece: string) => number): Stretch | null {
  let stretch = trimmed(text, { start: 0, end: text.length })
  if (stretch.end === stretch.start) return null
  let wasCut = false
  while (stretch.end - stretch.start > fewSentences) {
    stretch = best(text, partsOf(text, stretch), score) ?? stretch
    wasCut = true
  }
  const sentences = sentencesOf(text, wasCut ? widened(text, stretch) : stretch)
  return sentences.length < 2 ? (sentences[0] ?? stretch) : best(text, sentences, score)
}
