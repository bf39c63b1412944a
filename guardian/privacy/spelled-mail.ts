import { pii, type Hit } from './hit.ts'
import type { Scan } from './scan.ts'

/** `ann (at) brightwater [dot] org`: written so that robots do not see it. Every part is bounded. */
const spelled =
  /(?<![\w.+-])[\w.+-]{2,40} ?[([{] ?at ?[)\]}] ?[\w-]{2,40}(?:(?: ?[([{] ?(?:dot|punkt|point|punto|ponto) ?[)\]}] ?|\.)[\w-]{2,24}){1,3}/gi

/** Manuals write these. */
const nobody = /^(?:you|your\w*|user\w*|name|someone|info|example)\b|\b(?:example|domain|company)\b/i

/** E-mail addresses with their signs in words. */
export function findSpelledMail({ text, hasBracket }: Scan, hits: Hit[]): void {
  if (!hasBracket || !/[([{] ?at ?[)\]}]/i.test(text)) return
  for (const match of text.matchAll(spelled)) {
    if (nobody.test(match[0])) continue
    hits.push(pii('email', '[email]', match.index, match.index + match[0].length, 0.9, 'medium'))
  }
}
