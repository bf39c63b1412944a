import type { Span } from '../../../protocol/verdict.ts'
import type { Flag } from '../flag.ts'

/** Words in quotation marks, on one line. Each way begins with a mark that it does not hold again: linear. */
const quotation =
  /"[^"\n]{1,2000}"|“[^“”\n]{1,2000}”|„[^„“”\n]{1,2000}[“”]|«[^«»\n]{1,2000}»|»[^«»\n]{1,2000}«|「[^「」\n]{1,2000}」|『[^『』\n]{1,2000}』/g

/** In JSON quotation marks say nothing. */
const json = /^\s*[{[]/

/** Those of the spans that lie in quotation marks. Nothing else of a text is kept: it may be all quotations. */
function quoted(spans: readonly Span[], text: string): Set<Span> {
  const found = new Set<Span>()
  if (json.test(text)) return found
  const { length } = text.trim()
  const last = Math.max(...spans.map(({ end }) => end))
  for (const { 0: words, index } of text.matchAll(quotation)) {
    if (index >= last) break
    if (words.length >= length) continue
    for (const span of spans) if (index <= span.start && span.end <= index + words.length) found.add(span)
  }
  return found
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
  const others = quoted(spans, text)
  return flags
    .map((flag) => ({ ...flag, spans: flag.spans.filter((span) => !others.has(span)) }))
    .filter(({ task, spans: left }) => task !== 'refusal' || left.length > 0)
}
