import { context } from './context.ts'
import { pii, type Hit } from './hit.ts'
import { ibanAt } from './iban.ts'
import { isChineseId } from './national-ids.ts'
import { kindByWord } from './numbered.ts'
import type { Scan } from './scan.ts'
import { isNear } from './surroundings.ts'

/** A national number that holds letters. Matched at the start of a run; forms are as the authorities write them. */
interface LetteredId {
  readonly kind: string
  readonly name: string
  readonly form: RegExp
  readonly check: (compact: string) => boolean
  /** True when the form is too common to stand without a word beside it. */
  readonly needsContext: boolean
}

const at = (text: string, index: number): number => text.charCodeAt(index) - 48

/** The letter of a Spanish DNI or NIE: the number mod 23. */
const hasSpanishLetter = (id: string): boolean => {
  const number = id.slice(0, -1).replace('X', '0').replace('Y', '1').replace('Z', '2')
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23] === id.slice(-1)
}

const oddValues = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
]

/** Codice fiscale: characters at odd places count by table, at even places by value; sum mod 26 is the last letter. */
const hasItalianLetter = (code: string): boolean => {
  let sum = 0
  for (let i = 0; i < 15; i++) {
    const unit = code.charCodeAt(i)
    const value = unit >= 65 ? unit - 65 : unit - 48
    sum += i % 2 === 0 ? (oddValues[value] ?? 0) : value
  }
  return sum % 26 === code.charCodeAt(15) - 65
}

/** NRIC and FIN of Singapore: weights 2765432, an offset and a table by first letter. */
const hasSingaporeLetter = (id: string): boolean => {
  const first = id[0] ?? ''
  const weights = [2, 7, 6, 5, 4, 3, 2]
  const offset = first === 'T' || first === 'G' ? 4 : first === 'M' ? 3 : 0
  const sum = weights.reduce((total, weight, i) => total + weight * at(id, i + 1), offset) % 11
  if (first === 'M') return 'XWUTRQPNJLK'[10 - sum] === id[8]
  return (first === 'S' || first === 'T' ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK')[sum] === id[8]
}

/** Taiwan: the letter stands for two digits, weights 1, 9 … 1, 1. */
const passesTaiwan = (id: string): boolean => {
  const value = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(id[0] ?? '') + 10
  let sum = Math.floor(value / 10) + (value % 10) * 9 + at(id, 9)
  for (let i = 1; i < 9; i++) sum += at(id, i) * (9 - i)
  return sum % 10 === 0
}

/** Irish PPS: weights 8…2 and 9 for a second letter, mod 23. */
const hasIrishLetter = (id: string): boolean => {
  let sum = id.length === 9 && id[8] !== 'W' ? (id.charCodeAt(8) - 64) * 9 : 0
  for (let i = 0; i < 7; i++) sum += at(id, i) * (8 - i)
  return 'WABCDEFGHIJKLMNOPQRSTUV'[sum % 23] === id[7]
}

/** Finland: date and serial mod 31. */
const hasFinnishSign = (id: string): boolean =>
  '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(id.slice(0, 6) + id.slice(7, 10)) % 31] === id[10]

/** Vehicle identification number: transliterated letters, weights, mod 11 at place nine (ISO 3779, 49 CFR 565). */
export function isVin(vin: string): boolean {
  if (!/^(?=.*\d)[A-HJ-NPR-Z0-9]{17}$/.test(vin)) return false
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
  const sum = weights.reduce((total, weight, i) => {
    const index = 'ABCDEFGHJKLMNPRSTUVWXYZ'.indexOf(vin[i] ?? '')
    const value = index < 0 ? at(vin, i) : '12345678123457923456789'.charCodeAt(index) - 48
    return total + weight * value
  }, 0)
  return '0123456789X'[sum % 11] === vin[8]
}

const sure = (): boolean => true

const letteredIds: readonly LetteredId[] = [
  {
    kind: 'uk_nino',
    name: 'nino',
    form: /(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b/y,
    check: (c) => c !== 'AB123456C' && c !== 'QQ123456C',
    needsContext: false,
  },
  {
    kind: 'es_dni',
    name: 'dni',
    form: /(?:[XYZ]-?\d{7}|\d{8})-?[A-Z]\b/y,
    check: hasSpanishLetter,
    needsContext: false,
  },
  {
    kind: 'it_codice_fiscale',
    name: 'codice fiscale',
    form: /[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z]\b/y,
    check: hasItalianLetter,
    needsContext: false,
  },
  {
    kind: 'in_pan',
    name: 'pan',
    form: /[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]\b/y,
    check: (c) => c !== 'ABCDE1234F',
    needsContext: false,
  },
  {
    kind: 'mx_curp',
    name: 'curp',
    form: /[A-Z][AEIOUX][A-Z]{2}\d\d(?:0\d|1[0-2])[0-3]\d[HMX][A-Z]{5}[A-Z0-9]\d\b/y,
    check: sure,
    needsContext: false,
  },
  {
    kind: 'mx_rfc',
    name: 'rfc',
    form: /[A-ZÑ&]{3,4}\d\d(?:0\d|1[0-2])[0-3]\d[A-Z0-9]{3}\b/y,
    check: sure,
    needsContext: true,
  },
  {
    kind: 'sg_nric',
    name: 'nric',
    form: /[STFGM]\d{7}[A-Z]\b/y,
    check: hasSingaporeLetter,
    needsContext: false,
  },
  { kind: 'tw_id', name: 'id', form: /[A-Z][1289]\d{8}\b/y, check: passesTaiwan, needsContext: true },
  { kind: 'hk_id', name: 'hkid', form: /[A-Z]{1,2}\d{6}\([0-9A]\)/y, check: sure, needsContext: false },
  { kind: 'ie_pps', name: 'pps', form: /\d{7}[A-W][A-IW]?\b/y, check: hasIrishLetter, needsContext: true },
  {
    kind: 'cn_resident_id',
    name: 'resident id',
    form: /\d{17}[Xx]\b/y,
    check: isChineseId,
    needsContext: false,
  },
  { kind: 'vin', name: 'vin', form: /[A-HJ-NPR-Z0-9]{17}\b/y, check: isVin, needsContext: true },
]

const letteredContext =
  context.nationalId | context.taxId | context.vehicle | context.passport | context.ssn | context.health

/** Personal data written in letters and digits: IBANs, lettered national ids, passports, plates, VINs. */
export function findCodes(scan: Scan, hits: Hit[]): void {
  const { text, mixedStart, mixedEnd } = scan
  let past = 0
  for (let i = 0; i < mixedStart.length; i++) {
    const start = mixedStart[i] ?? 0
    const end = mixedEnd[i] ?? 0
    if (start < past || end - start > 34) continue
    const before = text[start - 1] ?? ' '
    if (before === '_' || before === '@' || before === '\\') continue
    const hit = codeAt(scan, start, end)
    if (hit === null) continue
    hits.push(hit)
    past = hit.end
  }
  findFinnishIds(scan, hits)
  findSpacedNinos(scan, hits)
}

function codeAt(scan: Scan, start: number, end: number): Hit | null {
  const { text } = scan
  const length = end - start
  const iban = length === 4 || length >= 14 ? ibanAt(text, start) : null
  if (iban !== null && (iban.valid || isNear(scan, start, end, context.bank | context.iban, 40, 16))) {
    return pii('iban', `[iban ••${iban.lastDigits}]`, start, iban.end, iban.valid ? 0.99 : 0.85, 'high')
  }
  if (length < 7) return length < 5 && text[end] !== '-' ? null : namedCode(scan, start, end)
  for (const id of letteredIds) {
    id.form.lastIndex = start
    const found = id.form.exec(text)?.[0]
    if (found === undefined || !id.check(found.replace(/[ -]/g, ''))) continue
    const stop = start + found.length
    if (id.needsContext && !isNear(scan, start, stop, letteredContext, 40, 16)) continue
    if (!id.needsContext && isNear(scan, start, stop, context.thing, 16, 0)) continue
    return pii(id.kind, `[${id.name} ••${found.replace(/\W/g, '').slice(-2)}]`, start, stop, 0.95, 'high')
  }
  return namedCode(scan, start, end)
}

/** A code that the word in front of it names: "passport number C64178346", "licence F162-8235". */
function namedCode(scan: Scan, start: number, end: number): Hit | null {
  const tail = /^(?:-[A-Z0-9]{1,8}){1,4}(?![\p{L}\p{N}_-])/u.exec(scan.text.slice(end, end + 40))
  const stop = end + (tail?.[0].length ?? 0)
  const compact = scan.text.slice(start, stop).replaceAll('-', '')
  const digits = compact.replace(/\D/g, '').length
  if (digits < 3 || digits * 3 < compact.length) return null
  const plate = isNear(scan, start, end, context.vehicle, 24, 0) && compact.length <= 9
  const entry = kindByWord(scan, start, compact)
  if (entry === null || (entry.bits & (context.cardCode | context.pin | context.card)) !== 0) {
    return plate ? pii('plate', '[plate]', start, stop, 0.85, 'medium') : null
  }
  if (digits < 4) return null
  return pii(entry.kind, `[${entry.name} ••${compact.slice(-2)}]`, start, stop, 0.88, entry.severity)
}

/** `JG 10 37 59 A`, which begins with two letters that stand alone. */
function findSpacedNinos(scan: Scan, hits: Hit[]): void {
  const form = letteredIds[0]?.form
  if (form === undefined) return
  scan.digitStart.forEach((digits, i) => {
    if ((scan.digitEnd[i] ?? 0) - digits !== 2 || scan.text[digits - 1] !== ' ') return
    const start = digits - 3
    if (!/^(?:^|[^\p{L}\p{N}])[A-Z]{2}$/u.test(scan.text.slice(Math.max(0, start - 1), start + 2))) return
    form.lastIndex = start
    const found = form.exec(scan.text)?.[0]
    if (found === undefined) return
    hits.push(pii('uk_nino', `[nino ••${found.slice(-1)}]`, start, start + found.length, 0.95, 'high'))
  })
}

/** `131052-308T`: six digits, a century sign, three digits and the check sign. */
function findFinnishIds(scan: Scan, hits: Hit[]): void {
  const form = /\d{6}[-+A]\d{3}[0-9A-FHJ-NPR-Y]\b/y
  for (const start of scan.digitStart) {
    const sign = scan.text[start + 6]
    if (sign !== '-' && sign !== '+') continue
    form.lastIndex = start
    const found = form.exec(scan.text)?.[0]
    if (found === undefined || !hasFinnishSign(found)) continue
    if (/^\d+$/.test(found.slice(7)) && !isNear(scan, start, start + 11, context.nationalId, 40, 16)) continue
    hits.push(pii('fi_hetu', `[hetu ••${found.slice(-2)}]`, start, start + found.length, 0.95, 'high'))
  }
}
