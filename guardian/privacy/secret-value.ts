import { entropy } from './entropy.ts'
import { isPlaceholder, isReference } from './placeholder.ts'
import type { SecretName } from './secret-name.ts'

const hexOnly = /^[a-f0-9]+$/i
const uuid = /^[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}$/i

/** Words, joined as identifiers are: `db_password`, `my.secret.name`, `SomeClassName`. */
const identifier = /^[A-Za-z]+(?:[-_./:][A-Za-z]+)*\d{0,2}$/

/** `correcthorse9` in quotes is a password; a name such as `user_2` is not. */
const isWordWithDigits = (value: string, quoted: boolean): boolean =>
  /^[A-Za-z]+\d{1,2}$/.test(value) && (quoted ? value.length >= 8 : /\d\d$/.test(value))

/** True when a value is what such a name holds, and not code, a stand-in or a reference. */
export function isSecretValue(value: string, kind: SecretName, quoted: boolean): boolean {
  if (value.length < 6 || isReference(value) || isPlaceholder(value) || value.includes('••')) return false
  if (/\s/.test(value) && !(quoted && kind === 'password' && value.length < 40 && /\d/.test(value)))
    return false
  if (/^(?:https?:|\/|\.\/|[a-z]+:\/\/)/i.test(value)) return false
  if (kind === 'pair') return /^[\w-]{4,80}:[\w-]{4,80}$/.test(value)
  // `<label for="pw">Password:</label>` is a form.
  if (/^\p{L}+[:*]{1,2}$/u.test(value)) return false
  const letters = /[A-Za-z]/.test(value)
  const digits = /\d/.test(value)
  const signs = /[^A-Za-z0-9]/.test(value)
  if (kind === 'password') {
    if (value.length > 128) return false
    if (!letters) return digits && quoted && value.length >= 6
    if (identifier.test(value) && !isWordWithDigits(value, quoted)) {
      return quoted && signs && /[A-Z]/.test(value.slice(0, 1)) && /[^\w./:]/.test(value)
    }
    return digits || (signs && /[^\w.-]/.test(value))
  }
  if (value.length < 10 || !letters) return false
  if (identifier.test(value) && value.length < 30) return false
  if (!digits && (kind === 'key' || value.length < 20 || !/[a-z]/.test(value) || !/[A-Z]/.test(value)))
    return false
  if (uuid.test(value)) return kind !== 'key'
  if (hexOnly.test(value)) return value.length >= 16 && entropy(value) > 2.9
  // Dotted or dashed words with a number or two are versions, hosts and slugs.
  if (/^[a-z]+(?:[-_.:][a-z0-9]+){2,}$/.test(value) && longestPart(value) < 12) return false
  if (/^\d{4}-\d\d-\d\d|\.(?:com|org|net|io|json|ya?ml|pem|key|crt|js|ts|py|go|java|xml|txt)\b/i.test(value))
    return false
  return (
    entropy(value) >= (kind === 'key' ? 3.7 : value.length >= 16 ? 3.2 : 2.9) &&
    (kind !== 'key' || value.length >= 20)
  )
}

const longestPart = (value: string): number =>
  value.split(/[-_.:]/).reduce((most, part) => Math.max(most, part.length), 0)
