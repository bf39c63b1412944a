import { context } from './context.ts'
import { pii, type Hit } from './hit.ts'
import type { Scan } from './scan.ts'

/** Between a word and the value it names: "username is", "VIN:", "Kennzeichen „". */
const link =
  /(?: (?:number|no|nr|code|id)\b\.?)?[ \t]{0,3}(?:(?:is|was|ist|lautet|est|es|é|è|are|:|=|#|：)[ \t]{0,3}){0,2}["'`“„«]?/iuy

/** A name of an account with a digit or two words in it; a plain word names nobody. */
const account = /(?=[\w.-]{0,31}\d|[A-Za-z]{2,20}[._-][A-Za-z]{2,20})[A-Za-z][\w.-]{3,31}(?![\w@])/y
const nobodys =
  /^(?:test|player|member|customer|student|employee|admin|root|user|demo|example|guest|your|my|the|name|sample|foo|bar|default|db|dev|app|john|jane|var|vars|max|new|some|system|service|svc|bot|api|os|process|env|config|self|this|null|string|varchar|text|char|int|required|oauth|auth|login|password|form|request|req|data|session|row|field|input)(?:[._-]|\d{0,4}$|[A-Z])|\.(?:com|org|net|js|py|json|ya?ml|txt|html?|php|env|name|value|text|get|id|user|username|length)\b|^\w+\.\w+\.\w+|__/i

/** Words that name an account and nothing else need no colon. */
const accountWord =
  /^(?:user ?names?|account name|benutzername|nom d'utilisateur|gebruikersnaam|usuario|usuário|identifiant)$/iu

const vin = /[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9])/y
/** As written in Britain, Germany, France, Italy, Spain and the Netherlands, with blanks or hyphens. */
const plate =
  /(?:[A-Z]{2}\d{2} [A-Z]{3}|[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- ]?\d{1,4}[EH]?|[A-Z]{2}[- ]\d{3}[- ][A-Z]{2}|\d{4}[- ][B-DF-HJ-NP-TV-Z]{3}|[A-Z0-9]{1,3}-[A-Z0-9]{2,3}-[A-Z0-9]{1,3})(?![A-Za-z0-9-])/uy

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

const severityOf = { username: 'low', vin: 'high', plate: 'medium' } as const

/** Values without a checksum that the word right in front of them names: accounts, VINs, plates. */
export function findNamedValues(scan: Scan, hits: Hit[]): void {
  const wanted = context.user | context.vehicle
  const { text, markStart, markEnd, markBits } = scan
  for (let i = 0; i < markEnd.length; i++) {
    const bits = markBits[i] ?? 0
    if ((bits & wanted) === 0) continue
    const end = markEnd[i] ?? 0
    const word = text.slice(markStart[i], end)
    const between = matchAt(link, text, end) ?? ''
    const start = end + between.length
    const found = valueAt(text, start, word, between, bits)
    if (found === null) continue
    const { kind, length } = found
    hits.push(pii(kind, `[${kind}]`, start, start + length, 0.84, severityOf[kind]))
  }
}

interface Found {
  readonly kind: keyof typeof severityOf
  readonly length: number
}

function valueAt(text: string, start: number, word: string, between: string, bits: number): Found | null {
  const found = (kind: Found['kind'], value: string | null): Found | null =>
    value === null ? null : { kind, length: value.length }
  if ((bits & context.vehicle) !== 0) {
    const number = matchAt(vin, text, start)
    if (number !== null) return /\d{3}/.test(number) ? found('vin', number) : null
    return between === '' ? null : found('plate', matchAt(plate, text, start))
  }
  if ((bits & context.user) === 0 || !/[:=]|\b(?:is|ist|est|es)\b/i.test(between)) return null
  if (!accountWord.test(word) && !between.includes(':')) return null
  const name = matchAt(account, text, start)?.replace(/[.-]+$/, '') ?? null
  if (name === null || nobodys.test(name) || (!accountWord.test(word) && !/\d/.test(name))) return null
  return found('username', name)
}
