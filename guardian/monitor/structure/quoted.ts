import type { Span } from '../../../protocol/verdict.ts'
import type { Stretch } from '../../normalise/view.ts'
import type { Flag } from '../flag.ts'

/** Words in quotation marks, on one line. Each way begins with a mark that it does not hold again: linear. */
const quotation =
  /"[^"\n]{1,2000}"|“[^“”\n]{1,2000}”|„[^„“”\n]{1,2000}[“”]|«[^«»\n]{1,2000}»|»[^«»\n]{1,2000}«|「[^「」\n]{1,2000}」|『[^『』\n]{1,2000}』/g

/**
 * The same over lines that stand together. Upright marks look alike at both ends, and one may mean inches: blanks or
 * signs stand around them.
 */
const overLines =
  /(?<![\p{L}\p{N}])"[^"]{1,2000}"(?![\p{L}\p{N}])|“[^“”]{1,2000}”|„[^„“”]{1,2000}[“”]|«[^«»]{1,2000}»|»[^«»]{1,2000}«|「[^「」]{1,2000}」|『[^『』]{1,2000}』/gu

/** Between single marks, which are apostrophes too: the first follows a blank or a colon, the last no letter. */
const singleMarks = /(?<=[\s:(])(?:'(?=\S)(?:[^'\n]|'(?=\p{L})){1,240}'|‘[^‘\n]{1,500}’)(?![\p{L}\p{N}])/gu

/** Units around a span in which such marks are looked for. */
const nearMark = 240

/** Lines in a fence, or set off by a mark at their beginning. */
const setOff = /^```[^`]{1,4000}^```|^[ \t]{0,8}>[^\n]{1,4000}/gmu

/** Words in italics that are announced, or have a line to themselves. Bold words are the speaker's own, said louder. */
const italics =
  /(?:(?<=:[ \n]{0,3})|^)(?:\*(?=[^\s*])[^*\n]{3,2000}\*|_(?=[^\s_])[^_\n]{3,2000}_)(?![*_\p{L}])/gmu

/** In JSON quotation marks say nothing. */
const json = /^\s*[{[]/

const emptyLine = /\n[ \t]*\n/

/**
 * The spans that lie in words which a text quotes. Nothing else of a text is kept: it may be all quotations. A text
 * that is nothing but one quotation quotes nothing.
 *
 * @param patterns how words are quoted
 */
export function quotedSpans(
  spans: readonly Span[],
  text: string,
  patterns: readonly RegExp[] = [quotation],
): Set<Span> {
  const found = new Set<Span>()
  if (spans.length === 0 || json.test(text)) return found
  const last = Math.max(...spans.map(({ end }) => end))
  const { length } = text.trim()
  for (const pattern of patterns) {
    for (const { 0: words, index } of text.matchAll(pattern)) {
      if (index >= last) break
      if (words.length < length && !emptyLine.test(words))
        note(found, spans, { start: index, end: index + words.length })
    }
  }
  return found
}

function note(found: Set<Span>, spans: readonly Span[], { start, end }: Stretch): void {
  for (const span of spans) if (start <= span.start && span.end <= end) found.add(span)
}

/** The spans that lie in words which a text quotes or sets off, in any way. */
export function setOffSpans(spans: readonly Span[], text: string): Set<Span> {
  const found = quotedSpans(spans, text, [quotation, overLines, italics])
  if (spans.length === 0) return found
  const last = Math.max(...spans.map(({ end }) => end))
  const { length } = text.trim()
  for (const block of blocksIn(text, last)) if (block.end - block.start < length) note(found, spans, block)
  for (const span of spans) if (isBetweenSingleMarks(span, text)) found.add(span)
  return found
}

/** Apostrophes are many, and each might open a quotation: only those near a span are looked at. */
function isBetweenSingleMarks({ start, end }: Span, text: string): boolean {
  const from = Math.max(0, start - nearMark)
  const around = text.slice(from, end + nearMark)
  return [...around.matchAll(singleMarks)].some(
    ({ 0: words, index }) => from + index <= start && end <= from + index + words.length,
  )
}

/** Fences, and marked lines that follow one another, put together. */
function blocksIn(text: string, last: number): Stretch[] {
  const blocks: Stretch[] = []
  for (const { 0: words, index } of text.matchAll(setOff)) {
    if (index >= last) break
    const end = index + words.length
    const before = blocks.at(-1)
    if (before !== undefined && index <= before.end + 1) blocks[blocks.length - 1] = { ...before, end }
    else blocks.push({ start: index, end })
  }
  return blocks
}

/**
 * Leaves out refusals that a response only quotes: a line to say to somebody, a translation or what a character says
 * are not its own. A response that is nothing but one quotation is taken at its word.
 *
 * @param text the response that the spans of the flags lie in
 */
export function withoutQuoted(flags: readonly Flag[], text: string): readonly Flag[] {
  const spans = flags.flatMap((flag) => (flag.task === 'refusal' ? flag.spans : []))
  if (spans.length === 0) return flags
  const others = quotedSpans(spans, text)
  return flags
    .map((flag) => ({ ...flag, spans: flag.spans.filter((span) => !others.has(span)) }))
    .filter(({ task, spans: left }) => task !== 'refusal' || left.length > 0)
}
