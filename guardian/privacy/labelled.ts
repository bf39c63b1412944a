import { isHarmlessLabel } from './harmless-token.ts'
import { namedSecret, type Hit } from './hit.ts'
import type { Scan } from './scan.ts'
import { isSpokenSecret, isTerm, looksRandom, wordAt } from './secret-look.ts'
import type { SecretName } from './secret-names.ts'

const attributes = String.raw`(?: [^<>\n]{0,80})?`
/** Marks of emphasis and code around a label or a value, in Markdown and HTML. */
const tags = String.raw`(?:</?(?:b|strong|em|i|u|code|kbd|samp|span|p|pre|br)${attributes}/?>[ \t]{0,2}){0,3}`
const wraps = String.raw`[*_"'\x60”»]{0,4}`
/** What stands between two cells of a table, or a term and its definition. */
const cell = String.raw`</(?:td|th|dt)>\s{0,24}<(?:td|th|dd)${attributes}>\s{0,8}`

/** From a label to its value: the label's emphasis, a remark in brackets, a sign, the value's own emphasis. */
const link = new RegExp(
  `${wraps}${tags}(?:[ \\t]?[(（]([^()（）\\n]{1,40})[)）])?${wraps}${tags}` +
    `(?:(${cell})|[ \\t]{0,3}(?:(?:[:：=→–—]|=>|-(?= ))${wraps}|([|\\t])[ \\t]{0,12}|(?=\\r?\\n)))` +
    `[ \\t]{0,3}${tags}[ \\t]{0,8}` +
    `((?:\\r?\\n){1,2}[ \\t]{0,8}(?:[-*•>] )?(?:(?:\`{3}|~{3})[a-z]{0,12}\\r?\\n[ \\t]{0,8})?)?` +
    `(["'\`“„«*_]{0,3})${tags}`,
  'iuy',
)

/** Behind a value that has its line, or its cell, to itself. */
const over = /[ \t"'`”»*_.]{0,6}(?:$|\r?\n|\||<\/)/y

const asExample = /example|sample|e\.g|beispiel|z\.\s?b|exempl|ejemplo|esempio|voorbeeld|przyk|пример|例|예/iu

const emphasis = /[*_>]/
const heading = /(?:^|\n)#{1,6} [^\n]{0,40}$/

/** True for a label in bold or in a heading. */
const standsOut = (text: string, start: number, between: string): boolean =>
  emphasis.test(between.slice(0, 4)) || heading.test(text.slice(Math.max(0, start - 50), start))

/**
 * Passwords and keys under a label that markup parts from them, as models write them: `**Password:** …`,
 * `<b>Token</b>: …`, a row of a table, or the next line. Plain labels are {@link findSpokenSecrets}'s.
 */
export function findLabelledSecrets({ text }: Scan, names: readonly SecretName[], hits: Hit[]): void {
  let past = 0
  for (const { start: from, end, isPassword } of names) {
    if (end < past) continue
    link.lastIndex = end
    const match = link.exec(text)
    if (match === null) continue
    const [between, remark = '', cells, bar, line] = match
    const start = end + between.length
    const value = wordAt(text, start)
    past = start + value.length
    const alone = line !== undefined || bar !== undefined || cells !== undefined
    if (alone || !isPassword) {
      if (!looksRandom(value, isPassword)) continue
    } else if (!isSpokenSecret(value, true) || isTerm(value, true)) continue
    if (alone && !standsAlone(text, past)) continue
    // Without a sign, only a label that stands out has its value on the next line.
    if (line !== undefined && !/[:：=→–—]/.test(between) && !standsOut(text, from, between)) continue
    if (asExample.test(remark) || isHarmlessLabel(text, from, end)) continue
    hits.push(namedSecret(isPassword, start, past, 0.85))
  }
}

function standsAlone(text: string, end: number): boolean {
  over.lastIndex = end
  return over.test(text)
}
