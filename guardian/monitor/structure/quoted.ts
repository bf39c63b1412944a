import type { Span } from '../../../protocol/verdict.ts'
import type { Flag } from '../flag.ts'

/** Words in quotation marks, on one line. Each way begins with a mark that it does not hold again: linear. */
const quotation =
  /"[^"\n]{1,2000}"|“[^“”\n]{1,2000}”|„[^„“”\n]{1,2000}[“”]|«[^«»\n]{1,2000}»|»[^«»\n]{1,2000}«|「[^「」\n]{1,2000}」|『[^『』\n]{1,2000}』/g

/** In JSON quotation marks say nothing. */
const json = /^\s*[{[]/

function quotationsIn(text: string): { start: number; end: number }[] {
  if (json.test(text)) return []
  const { length } = text.trim()
  return Array.from(text.matchAll(quotation))
    .filter(([quoted]) => quoted.length < length)
    .map(({ 0: quoted, index }) => ({ start: index, end: index + quoted.length }))
}

/**
 * Leaves out refusals that a response only quotes: a line to say to somebody, a translation or what a character says
 * are not its own. A response that is nothing but one quotation is taken at its word.
 *
 * @param text the response that the spans of the flags lie in
 */
export function withoutQuoted(flags: readonly Flag[], text: string): Flag[] {
  if (!flags.some(({ task }) => task === 'refusal')) return [...flags]
  const quotations = quotationsIn(text)
  const own = ({ start, end }: Span) =>
    !quotations.some((quoted) => quoted.start <= start && end <= quoted.end)
  return flags.flatMap((flag) => {
    if (flag.task !== 'refusal') return [flag]
    const spans = flag.spans.filter(own)
    return spans.length === 0 ? [] : [{ ...flag, spans }]
  })
}
