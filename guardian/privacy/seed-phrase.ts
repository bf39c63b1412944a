import { context } from './context.ts'
import { secret, type Hit } from './hit.ts'
import type { Scan } from './scan.ts'

/** From "seed phrase" to its first word. */
const link =
  /(?:[ \t]{0,3}(?:[(（][^()（）\n]{1,40}[)）]|is|are|was|ist|lautet|est|es|é|è|to|это|[:：=–—-])){0,3}[\s"'`“„«*_:：]{1,12}/iuy

const word = /(?:\d{1,2}[.)][ \t]{0,2})?[a-z]{3,8}(?![A-Za-z0-9])/y
const gap = /, ?| |\r?\n(?:[-*] )?/y

/** Small words of English that are in no list of BIP-39: what holds one is a sentence. */
const sentence =
  /\b(?:the|and|for|are|not|from|was|its|has|but|your|with|into|which|every|their|these|each one)\b/

const lengths = new Set([12, 15, 18, 21, 24])

/** The words of a wallet (BIP-39), which only the label in front tells from others. */
export function findSeedPhrases({ text, markEnd, markBits }: Scan, hits: Hit[]): void {
  for (let i = 0; i < markEnd.length; i++) {
    if (((markBits[i] ?? 0) & context.seedPhrase) === 0) continue
    const from = markEnd[i] ?? 0
    link.lastIndex = from
    if (!link.test(text)) continue
    const start = link.lastIndex
    const end = phraseEnd(text, start)
    if (end !== null) hits.push(secret('seed_phrase', '[seed phrase]', start, end, 0.9))
  }
}

/** Where the words from `start` on end; null when they are too few, too many, a sentence or a textbook's. */
function phraseEnd(text: string, start: number): number | null {
  const found: string[] = []
  let joint = ''
  let at = start
  while (found.length <= 24) {
    word.lastIndex = at
    const match = word.exec(text)?.[0]
    if (match === undefined) break
    found.push(match.replace(/^\d+[.)][ \t]*/, ''))
    at += match.length
    gap.lastIndex = at
    const between = gap.exec(text)?.[0]
    // All words are parted by the same: another sign, or a new line, ends them.
    if (between === undefined || (joint !== '' && between !== joint)) break
    joint = between
    at += between.length
  }
  if (!lengths.has(found.length) || sentence.test(found.join(' '))) return null
  // `test test … junk`, `abandon … about`: what wallets for developers and BIP-39 itself show.
  const distinct = new Set(found)
  if (distinct.size < 9 || /^(?:legal winner thank year|letter advice cage absurd)/.test(found.join(' ')))
    return null
  return /[ ,\n\r]/.test(text[at - 1] ?? '') ? at - joint.length : at
}
