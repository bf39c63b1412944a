import { isIssued } from './cards.ts'
import { digitsOf, endsFree, startsFree, type Chain } from './chain.ts'
import { passesLuhn } from './checksums.ts'
import { context } from './context.ts'
import { pii, type Hit } from './hit.ts'
import { isRoutingNumber } from './national-ids.ts'
import type { Scan } from './scan.ts'
import { distanceBefore } from './surroundings.ts'

/** Numbers without a checksum that only the word in front of them tells apart. */
export interface Numbered {
  readonly bits: number
  readonly kind: string
  readonly name: string
  readonly low: number
  readonly high: number
  readonly severity: Hit['severity']
  readonly check?: (characters: string) => boolean
}

/** The first whose word stands nearest wins; lengths count letters and digits. */
export const numbered: readonly Numbered[] = [
  { bits: context.passport, kind: 'passport', name: 'passport', low: 6, high: 12, severity: 'high' },
  { bits: context.licence, kind: 'driver_licence', name: 'licence', low: 5, high: 18, severity: 'high' },
  { bits: context.cardCode, kind: 'card_code', name: 'card code', low: 3, high: 4, severity: 'high' },
  {
    bits: context.routing,
    kind: 'routing_number',
    name: 'routing',
    low: 6,
    high: 9,
    severity: 'medium',
    check: (d) => d.length < 9 || isRoutingNumber(d),
  },
  {
    bits: context.device,
    kind: 'imei',
    name: 'imei',
    low: 15,
    high: 16,
    severity: 'medium',
    check: (d) => d.length === 16 || passesLuhn(d),
  },
  {
    bits: context.ssn,
    kind: 'social_security',
    name: 'social security',
    low: 7,
    high: 15,
    severity: 'high',
    // Areas 000 and 666, group 00 and serial 0000 are never issued (SSA).
    check: (d) => d.length !== 9 || !/^(?:000|666)|^...00|0000$/.test(d),
  },
  {
    bits: context.card,
    kind: 'card',
    name: 'card',
    low: 13,
    high: 19,
    severity: 'high',
    check: (d) => isIssued(d),
  },
  { bits: context.bank, kind: 'account', name: 'account', low: 6, high: 20, severity: 'high' },
  { bits: context.health, kind: 'health_id', name: 'health id', low: 6, high: 14, severity: 'high' },
  { bits: context.nationalId, kind: 'national_id', name: 'id', low: 6, high: 18, severity: 'high' },
  { bits: context.taxId, kind: 'tax_id', name: 'tax id', low: 7, high: 14, severity: 'high' },
  { bits: context.member, kind: 'member_id', name: 'member id', low: 5, high: 14, severity: 'medium' },
  { bits: context.pin, kind: 'pin', name: 'pin', low: 4, high: 8, severity: 'high' },
]

const anyNumbered = numbered.reduce((bits, entry) => bits | entry.bits, 0)

/** What may stand between the word and its number: "number is", "no.", ":", "#" … */
const link =
  /^(?:[\s:=#*"'`|(\->]|\b(?:number|numbers|no|nr|num|num[eé]ro|nummer|n[uú]mero|número|is|was|are|hat|die|der|das|le|la|el|o|a|ist|lautet|est|es|é|è|und|code|id|ending|in|belongs|the|my|de|del|da|do|your|card|account|licen[cs]e|holder|value|n|как|номер)\b\.?|[№º°]|（|：|是|为|は|:)*$/iu

/** An ИНН of ten digits is a company's and public; a person's has twelve. */
const isRussianCompany = (text: string, wordEnd: number, digits: string): boolean =>
  digits.length === 10 && /инн|inn/i.test(text.slice(Math.max(0, wordEnd - 3), wordEnd))

/** The kind of a number by the nearest word in front of it, or null. */
export function kindByWord(scan: Scan, start: number, characters: string): Numbered | null {
  if (distanceBefore(scan, start, anyNumbered, 32) === Infinity) return null
  let best: Numbered | null = null
  let nearest = distanceBefore(scan, start, context.thing | context.version, 32)
  for (const entry of numbered) {
    const distance = distanceBefore(scan, start, entry.bits, 32)
    if (distance >= nearest || characters.length < entry.low || characters.length > entry.high) continue
    if (entry.check !== undefined && !entry.check(characters)) continue
    if (!link.test(scan.text.slice(start - distance, start))) continue
    if (entry.bits === context.taxId && isRussianCompany(scan.text, start - distance, characters)) return null
    best = entry
    nearest = distance
  }
  return best
}

/** Reads a number that begins with group `from` and that a word in front of it names. */
export function numberedThingAt(scan: Scan, chain: Chain, from: number): { hit: Hit; to: number } | null {
  const digitsFrom = chain.starts[from] ?? 0
  if (distanceBefore(scan, digitsFrom, anyNumbered, 40) === Infinity) return null
  // `EMP-48213`: a few capitals belong to the number.
  const capitals = /(?<![\p{L}\p{N}_-])[A-Z]{1,5}-$/u.exec(
    scan.text.slice(Math.max(0, digitsFrom - 8), digitsFrom),
  )
  const start = digitsFrom - (capitals?.[0].length ?? 0)
  if (!startsFree(scan.text, start)) return null
  const most = Math.min(chain.groups.length, from + 6)
  for (let to = most; to > from; to--) {
    const end = chain.ends[to - 1] ?? 0
    if (!endsFree(scan.text, start, end)) continue
    const digits = digitsOf(chain, from, to - 1)
    if (digits.length < 3) return null
    const entry = kindByWord(scan, start, digits)
    if (entry === null) continue
    const label = digits.length < 6 ? `[${entry.name}]` : `[${entry.name} ••${digits.slice(-2)}]`
    return { hit: pii(entry.kind, label, start, end, 0.88, entry.severity), to }
  }
  return null
}
