import { context } from './context.ts'
import { entropy } from './entropy.ts'
import { secret, type Hit } from './hit.ts'
import { isPlaceholder, isReference } from './placeholder.ts'
import type { Scan } from './scan.ts'

/** Between the word and the secret, in prose: "is", "was set to", "lautet", a colon, a quote. */
const link =
  /(?:[ \t]{0,3}(?:for [\w@.'’-]{1,40}(?: [\w@.'’-]{1,30}){0,3}|you can use|that you can use|to use|below|here))?[ \t]{0,3}(?:(?:is|was|are|remains|will be|has been|set to|reset to|changed to|to|now|:|=|-|–|→|=>|ist|lautet|heißt|est|es|era|é|è|là|jest|это|як|для|는|은|は|是|为|為|：|currently|still|temporarily|just|simply|follows|as follows|the following|set)[ \t]{0,3}){1,4}(["'`“”‘’«„*]{0,3})|[ \t]{1,2}(["'`“‘«„])/iuy

/** A flag of a command line: the value follows after a space. */
const flag = /[ \t]{1,3}(["']?)/y

const isWord = /^[\p{L}'’-]+$/u

/** Passwords and keys in sentences ("the password is …") and behind command-line flags. */
export function findSpokenSecrets(scan: Scan, hits: Hit[]): void {
  const { text } = scan
  let past = 0
  for (let i = 0; i < scan.markEnd.length; i++) {
    const bits = scan.markBits[i] ?? 0
    if ((bits & (context.password | context.secret)) === 0) continue
    const end = scan.markEnd[i] ?? 0
    if (end < past) continue
    const asFlag = /(?:^|\s)--?[\w-]{0,30}$/.test(
      text.slice(Math.max(0, (scan.markStart[i] ?? 0) - 34), scan.markStart[i]),
    )
    const form = asFlag ? flag : link
    form.lastIndex = end
    const match = form.exec(text)
    if (match === null) continue
    const start = end + match[0].length
    const value = wordAt(text, start)
    past = start + value.length
    const isPassword = (bits & context.password) !== 0
    if (!isSpokenSecret(value, isPassword)) continue
    const kind = isPassword ? 'password' : 'generic_secret'
    hits.push(secret(kind, isPassword ? '[password]' : '[secret]', start, start + value.length, 0.85))
  }
}

const wordEnds = ' \t\r\n\u00a0"`“”«»<>'

function wordAt(text: string, start: number): string {
  let end = start
  const most = Math.min(text.length, start + 200)
  while (end < most && !wordEnds.includes(text[end] ?? '')) end++
  while (end > start && /[.,;:?)'’\]*!]/.test(text[end - 1] ?? '')) {
    // A last ! is part of many passwords; at the end of a sentence it may not be, but hiding it costs nothing.
    if (text[end - 1] === '!' && /[\d\p{Lu}]/u.test(text.slice(start, end))) break
    end--
  }
  return text.slice(start, end)
}

function isSpokenSecret(value: string, isPassword: boolean): boolean {
  if (value.length < (isPassword ? 6 : 12) || isWord.test(value)) return false
  if (isReference(value) || isPlaceholder(value) || value.includes('••') || value.startsWith('['))
    return false
  if (/^(?:https?:\/\/|www\.|\/|\.\/|[\w.-]+\.(?:com|org|net|io|txt|json|ya?ml|py|js|ts|md)$)/i.test(value))
    return false
  const classes =
    Number(/[a-z]/.test(value)) +
    Number(/[A-Z]/.test(value)) +
    Number(/\d/.test(value)) +
    Number(/[^A-Za-z0-9]/.test(value))
  if (!/\d/.test(value) && !(classes === 3 && /[!@#$%^&*?~+]/.test(value))) return false
  if (/^[\d.,:/-]+$/.test(value) || /^\d+[-\w]{0,3}$/.test(value)) return false
  return classes >= 2 && entropy(value) >= (isPassword ? 2.2 : 3)
}
