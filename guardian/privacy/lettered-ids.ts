import { isChineseId } from './national-ids.ts'

/** A national number that holds letters. Matched at the start of a run; forms are as the authorities write them. */
export interface LetteredId {
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
export const hasFinnishSign = (id: string): boolean =>
  '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(id.slice(0, 6) + id.slice(7, 10)) % 31] === id[10]

/** Vehicle identification number: transliterated letters, weights, mod 11 at place nine (ISO 3779, 49 CFR 565). */
function isVin(vin: string): boolean {
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

export const letteredIds: readonly LetteredId[] = [
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
