import { entropy } from './entropy.ts'
import { isPlaceholder, isReference } from './placeholder.ts'

const isWord = /^[\p{L}'’-]+$/u

/** How many of lower case, capitals, digits and signs a value holds. */
const classesOf = (value: string): number =>
  Number(/[a-z]/.test(value)) +
  Number(/[A-Z]/.test(value)) +
  Number(/\d/.test(value)) +
  Number(/[^A-Za-z0-9]/.test(value))

/** True for what may be a password or a key right behind the word and a link: "the password is …". */
export function isSpokenSecret(value: string, isPassword: boolean): boolean {
  if (value.length < (isPassword ? 6 : 12) || isWord.test(value)) return false
  if (isReference(value) || isPlaceholder(value) || value.includes('••') || value.startsWith('['))
    return false
  if (/^(?:https?:\/\/|www\.|\/|\.\/|[\w.-]+\.(?:com|org|net|io|txt|json|ya?ml|py|js|ts|md)$)/i.test(value))
    return false
  const classes = classesOf(value)
  if (!/\d/.test(value) && !(classes === 3 && /[!@#$%^&*?~+]/.test(value))) return false
  if (/^[\d.,:/-]+$/.test(value) || /^\d+[-\w]{0,3}$/.test(value)) return false
  return classes >= 2 && entropy(value) >= (isPassword ? 2.2 : 3)
}

/** Names of methods and norms, which mix letters and digits as passwords do: `SHA-256-hashed`, `ISO27001`. */
const norm =
  /^(?:sha|md|bcrypt|scrypt|pbkdf|base|utf|rsa|aes|hmac|oauth|argon|wpa|[rhep]s|ed|ssl|tls|x\.?|iso|rfc|fips|pkcs|cve|http|ipv|win|windows|office|nist)[-_ ]?\d/i

/** `base64-encoded`, `db1-prod`, `GPL-3.0-or-later`, `12-letter`: words and numbers, joined by a sign. */
const joinedWords =
  /^(?:[a-z]{1,20}\d{0,4}|\d{1,4}[a-z]{0,2})(?:[-_./:](?:[a-z]{1,20}\d{0,4}|\d{1,4}[a-z]{0,2}|))+$/i
const joinedSmall = /^(?:[a-z]{1,20}|\d{1,2})\d{0,4}(?:[-_./:][a-z]{0,20}\d{0,4})+$/

/** What is said about a secret, in one word. */
const about =
  /character|minimum|uppercase|lowercase|required|zeichen|[-_](?:style|based|like|encoded|hashed|only)$/i

/** True for names of methods, words joined by signs, and rules for secrets. */
export function isTerm(value: string, isPassword: boolean): boolean {
  return norm.test(value) || about.test(value) || (isPassword ? joinedSmall : joinedWords).test(value)
}

/**
 * A stricter look, for values that less vouches for than a word and a link right in front of them: another
 * line, a cell of a table, words in between.
 */
export function looksRandom(value: string, isPassword: boolean): boolean {
  if (value.length < (isPassword ? 7 : 16) || value.length > 200) return false
  if (!isSpokenSecret(value, isPassword)) return false
  if (isTerm(value, isPassword) || /^[^@\s]+@[\w-]+\.[\w.-]+$/.test(value)) return false
  if (!isPassword) return /[a-z]/i.test(value) && /\d/.test(value)
  // A word with a number behind it is a name as well: `server12`.
  return classesOf(value) >= 3 || !/^(?:[A-Za-z]+[-_.]?\d{0,4}|\d+[-_.]?[A-Za-z]+)$/.test(value)
}

const wordEnds = ' \t\r\n\u00a0"`“”«»<>'

/** The word that begins at `start`, without the signs that end a sentence or an emphasis. */
export function wordAt(text: string, start: number): string {
  let end = start
  const most = Math.min(text.length, start + 200)
  while (end < most && !wordEnds.includes(text[end] ?? '')) end++
  while (end > start && /[.,;:?)'’\]*!|。、，）」]/.test(text[end - 1] ?? '')) {
    // A last ! is part of many passwords; at the end of a sentence it may not be, but hiding it costs nothing.
    if (text[end - 1] === '!' && /[\d\p{Lu}]/u.test(text.slice(start, end))) break
    end--
  }
  return text.slice(start, end)
}
