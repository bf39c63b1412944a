import { entropy } from './entropy.ts'
import { secret, type Hit } from './hit.ts'
import { isPlaceholder, isReference } from './placeholder.ts'
import type { Scan } from './scan.ts'
import { classifyName, type SecretName } from './secret-name.ts'

const maxName = 64
const maxValue = 400

/** Values given to a name that says secret: `api_key = "…"`, `password: …`, `<Token>…</Token>`. */
export function findAssignments(scan: Scan, hits: Hit[]): void {
  let past = 0
  for (const sign of scan.assignAt) {
    if (sign < past) continue
    const value = valueAt(scan.text, sign + 1)
    if (value === null) continue
    const name = nameBefore(scan.text, sign)
    if (name === null) continue
    const kind = classifyName(name)
    if (kind === null || !isSecretValue(value.text, kind, value.quoted)) continue
    hits.push(
      kind === 'password' || kind === 'pair'
        ? secret('password', '[password]', value.start, value.end, 0.9)
        : secret('assigned_secret', '[secret]', value.start, value.end, 0.9),
    )
    past = value.end
  }
}

interface Value {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly quoted: boolean
}

const lead =
  /[ \t]{0,8}(?:[=>:~]{1,2})?[ \t]{0,8}(?:\|[ \t]{0,3})?(?:\r?\n[ \t]{1,16})?(?:(?:[Bb]earer|[Bb]asic|[Tt]oken|[Aa]pi[Kk]ey|[Aa]pi-[Tt]oken|Key|SSWS|GenieKey|Splunk) )?\\?((?:b|r|f|@|L|N)?["'`]|)/y

/** The value that begins at `from`: what the quotes hold, or up to the next space or closing sign. */
function valueAt(text: string, from: number): Value | null {
  lead.lastIndex = from
  const match = lead.exec(text)
  if (match === null) return null
  let start = from + match[0].length
  const quote = (match[1] ?? '').slice(-1)
  const most = Math.min(text.length, start + maxValue)
  // A scheme inside the quotes belongs to the header, not to the secret.
  const scheme = /^(?:[Bb]earer|[Bb]asic|[Tt]oken|[Aa]pi[Kk]ey|SSWS) /.exec(text.slice(start, start + 8))
  if (scheme !== null) start += scheme[0].length
  let end = start
  if (quote !== '') {
    while (end < most && text[end] !== quote && text[end] !== '\n' && text[end] !== '\\') end++
    if (end === most && end < text.length) return null
  } else {
    while (end < most && !/[\s,;"'`<>|\\)\]}&]/.test(text[end] ?? '')) end++
    while (end > start && /[.:!?]/.test(text[end - 1] ?? '') && /^(?:\s|$)/.test(text.slice(end, end + 1)))
      end--
  }
  if (end - start < 4) return null
  return { start, end, text: text.slice(start, end), quoted: quote !== '' }
}

/** The words in front of an assignment: an identifier, a quoted key, or a label such as "API key". */
function nameBefore(text: string, sign: number): string | null {
  let end = sign
  while (end > 0 && sign - end < 12 && /[\s"'`\]:?.+|=\\]/.test(text[end - 1] ?? '')) end--
  const from = Math.max(0, end - maxName)
  const window = text.slice(from, end)
  const name = /[\p{L}\p{N}_.$-]+(?: [\p{L}\p{N}_.-]+){0,3}$/u.exec(window)?.[0]
  if (name === undefined) return null
  // `var token: string = …`: the name stands before the type.
  const typed = /([\p{L}\p{N}_$]+)\s?:\s?&?(?:string|str|String|const char|text)$/u.exec(window)
  if (typed !== null) return typed[1] ?? null
  const attribute = /(?:key|name|id)=\\?["']([\w.:-]{2,50})\\?["'] (?:type=["']\w+["'] )?value$/i.exec(window)
  return attribute === null ? name : (attribute[1] ?? null)
}

const hexOnly = /^[a-f0-9]+$/i
const uuid = /^[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}$/i

/** Words, joined as identifiers are: `db_password`, `my.secret.name`, `SomeClassName`. */
const identifier = /^[A-Za-z]+(?:[-_./:][A-Za-z]+)*\d{0,2}$/

/** True when a value is what such a name holds, and not code, a stand-in or a reference. */
export function isSecretValue(value: string, kind: SecretName, quoted: boolean): boolean {
  if (value.length < 6 || isReference(value) || isPlaceholder(value) || value.includes('••')) return false
  if (/\s/.test(value) && !(quoted && kind === 'password' && value.length < 40 && /\d/.test(value)))
    return false
  if (/^(?:https?:|\/|\.\/|[a-z]+:\/\/)/i.test(value)) return false
  if (kind === 'pair') return /^[\w-]{4,80}:[\w-]{4,80}$/.test(value)
  const letters = /[A-Za-z]/.test(value)
  const digits = /\d/.test(value)
  const signs = /[^A-Za-z0-9]/.test(value)
  if (kind === 'password') {
    if (value.length > 128) return false
    if (!letters) return digits && quoted && value.length >= 6
    if (identifier.test(value) && !(digits && /\d{2}$/.test(value) && !/[-_./:]/.test(value))) {
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
