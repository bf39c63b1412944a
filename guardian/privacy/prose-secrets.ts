import { context } from './context.ts'
import { isHarmlessLabel } from './harmless-token.ts'
import { namedSecret, type Hit } from './hit.ts'
import type { Scan } from './scan.ts'
import { looksRandom, wordAt } from './secret-look.ts'
import type { SecretName } from './secret-names.ts'
import { isNear } from './surroundings.ts'

/** At most five words, then "is" or a sign: "the password of the guest network is …". */
const words =
  /(?:[ \t][\p{L}\p{M}\p{N}'’@.-]{1,24}){0,5}?(?:[ \t]{1,2}(?:is|are|was|ist|lautet|war|est|es|era|é|è|to|jest|это|هو|هي|है)[ \t]{1,2}(?:(?:now|currently|still|jetzt|nun|maintenant|ahora|agora|ora|nu|teraz|теперь|сейчас)[ \t]{1,2})?|[ \t]{0,2}(?:[:：=][*_]{0,3}|[—–-][ \t])[ \t]{0,2})["'`“„«*]{0,3}/iuy

/** The first of those words, where it says that the secret itself is not meant. */
const neighbour =
  /[ \t](?:polic|length|strength|hash|manager|reset|field|generator|limit|count|type|format|rule|id\b|name|expir|prompt|hint|rotation)/iy

/** Nothing but a blank: "with password …". */
const blank = /[ \t]{1,2}["'`“„«*]{0,3}/y

/** The words that hand a password over without a verb. */
const handedOver =
  /(?:^|[^\p{L}])(?:with|using|via|mit|avec|con|com|met|hasłem|используя|з|с)(?: (?:the|this|your|dem|deinem|le|ce|la|el|il|a|o|het))?(?: \p{L}{1,12})? $/iu

/** Labels of languages that set no verb between the word and the value, or set it behind. */
const verbless =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|(?:şifre|parola)[sl]/iu

const privateKey = /(?:0x)?[0-9a-f]{64}(?![0-9a-z])/iy

/** Passwords and keys in sentences that set words between the label and the value, or nothing at all. */
export function findProseSecrets(scan: Scan, names: readonly SecretName[], hits: Hit[]): void {
  const { text } = scan
  for (const { start: from, end, isPassword } of names) {
    const unit = text.charCodeAt(end)
    if (unit !== 32 && unit !== 9) continue
    const start = handedAt(scan, from, end, isPassword) ?? behindWords(text, end)
    if (start === null) continue
    const value = wordAt(text, start)
    if (!looksRandom(value, isPassword) || isHarmlessLabel(text, from, end)) continue
    hits.push(namedSecret(isPassword, start, start + value.length, 0.8))
  }
}

function behindWords(text: string, end: number): number | null {
  neighbour.lastIndex = end
  if (neighbour.test(text)) return null
  words.lastIndex = end
  return words.test(text) ? words.lastIndex : null
}

/** Where a value begins that stands right behind its label; null when nothing says that it is one. */
function handedAt(scan: Scan, from: number, end: number, isPassword: boolean): number | null {
  const { text } = scan
  blank.lastIndex = end
  if (!blank.test(text)) return null
  const start = blank.lastIndex
  if (!isPassword) {
    privateKey.lastIndex = start
    return privateKey.test(text) ? start : null
  }
  // A glance: what is no secret may still have words in front of it.
  if (!looksRandom(wordAt(text, start), true)) return null
  const handed =
    isNear(scan, from, end, context.user, 48, 0) ||
    handedOver.test(text.slice(Math.max(0, from - 32), from)) ||
    verbless.test(text.slice(from, end))
  return handed ? start : null
}
