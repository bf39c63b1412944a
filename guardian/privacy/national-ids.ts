import { context } from './context.ts'
import { mod97, passesLuhn, passesMod11And10, passesVerhoeff, weighted } from './checksums.ts'

/** A country's number for its people, as its authority publishes it. */
export interface NationalId {
  readonly kind: string
  /** What stands in the redacted text. */
  readonly name: string
  /** Written forms that give it away by themselves, each group by its length: `3-2-4`. */
  readonly shapes: readonly string[]
  /** How many digits it has when written without separators; then a word beside it must say what it is. */
  readonly bare: number
  readonly check: (digits: string) => boolean
  /** Shapes too common to do without a word beside them. */
  readonly needsContext?: boolean
  readonly bits?: number
  /** A company's number, which stands in public registers: stepped over, so that nothing else takes it. */
  readonly isCompany?: boolean
}

const at = (digits: string, index: number): number => digits.charCodeAt(index) - 48
const part = (digits: string, from: number, to: number): number => Number(digits.slice(from, to))
const varied = (digits: string): boolean => !/^(\d)\1*$/.test(digits)

/** True when two digits are a month and two a day. */
const isMonthDay = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31

/** The pair of check digits of CPF and CNPJ: 11 minus the weighted sum mod 11, tens count as 0. */
const brazilianCheck = (digits: string, weights: readonly number[]): boolean => {
  const digit = (length: number): number => {
    const rest = weighted(digits, weights.slice(weights.length - length)) % 11
    return rest < 2 ? 0 : 11 - rest
  }
  const length = weights.length
  return (
    varied(digits) && digit(length - 1) === at(digits, length - 1) && digit(length) === at(digits, length)
  )
}

const id = context.nationalId
const tax = context.taxId

export const nationalIds: readonly NationalId[] = [
  {
    // Areas 000, 666 and 900–999, group 00 and serial 0000 are never issued (SSA).
    kind: 'us_ssn',
    name: 'ssn',
    shapes: ['3-2-4', '3 2 4', '3.2.4'],
    bare: 9,
    bits: context.ssn,
    check: (d) => varied(d) && !/^(?:000|666|9)|^...00|0000$/.test(d),
  },
  {
    kind: 'us_itin',
    name: 'itin',
    shapes: ['3-2-4'],
    bare: 9,
    bits: context.ssn | tax,
    check: (d) => /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])/.test(d),
  },
  {
    kind: 'br_cpf',
    name: 'cpf',
    shapes: ['3.3.3-2'],
    bare: 11,
    bits: id | tax,
    check: (d) => brazilianCheck(d, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]),
  },
  {
    kind: 'br_cnpj',
    name: 'cnpj',
    shapes: ['2.3.3/4-2'],
    bare: 14,
    bits: context.thing,
    isCompany: true,
    check: (d) => brazilianCheck(d, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]),
  },
  {
    kind: 'in_aadhaar',
    name: 'aadhaar',
    shapes: ['4 4 4', '4-4-4'],
    bare: 12,
    bits: id,
    check: (d) => at(d, 0) >= 2 && varied(d) && passesVerhoeff(d),
  },
  {
    kind: 'uk_nhs',
    name: 'nhs number',
    shapes: ['3 3 4', '3-3-4'],
    needsContext: true,
    bare: 10,
    bits: context.health,
    check: (d) => (11 - (weighted(d, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === at(d, 9),
  },
  {
    kind: 'ca_sin',
    name: 'sin',
    shapes: ['3-3-3', '3 3 3'],
    needsContext: true,
    bare: 9,
    bits: id | context.ssn,
    check: (d) => at(d, 0) > 0 && passesLuhn(d),
  },
  {
    kind: 'au_tfn',
    name: 'tfn',
    shapes: ['3 3 3', '3-3-3'],
    needsContext: true,
    bare: 9,
    bits: tax,
    check: (d) => weighted(d, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
  },
  {
    kind: 'au_medicare',
    name: 'medicare',
    shapes: ['4 5 1', '4-5-1'],
    bare: 10,
    bits: context.health,
    check: (d) => /^[2-6]/.test(d) && weighted(d, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === at(d, 8),
  },
  {
    kind: 'fr_insee',
    name: 'insee',
    shapes: ['1 2 2 2 3 3 2', '13 2', '1 2 2 2 3 3-2', '1.2.2.2.3.3.2'],
    bare: 15,
    bits: id | context.ssn | context.health,
    check: (d) => /^[1-478]/.test(d) && 97 - mod97(d.slice(0, 13)) === part(d, 13, 15),
  },
  {
    kind: 'de_steuer_id',
    name: 'steuer-id',
    shapes: ['2 3 3 3'],
    bare: 11,
    bits: id | tax,
    check: (d) => at(d, 0) > 0 && passesMod11And10(d),
  },
  {
    kind: 'ch_ahv',
    name: 'ahv',
    shapes: ['3.4.4.2'],
    bare: 13,
    bits: id | context.ssn,
    check: (d) =>
      d.startsWith('756') &&
      (10 - (weighted(d, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10 === at(d, 12),
  },
  {
    kind: 'nl_bsn',
    name: 'bsn',
    shapes: ['4.2.3', '4 2 3'],
    needsContext: true,
    bare: 9,
    bits: id,
    check: (d) => varied(d) && (weighted(d, [9, 8, 7, 6, 5, 4, 3, 2]) - at(d, 8)) % 11 === 0,
  },
  {
    kind: 'be_nrn',
    name: 'rijksregisternummer',
    shapes: ['2.2.2-3.2', '2.2.2-3-2', '2 2 2 3 2'],
    bare: 11,
    bits: id,
    check: (d) =>
      [d.slice(0, 9), `2${d.slice(0, 9)}`].some((head) => 97 - (Number(head) % 97) === part(d, 9, 11)),
  },
  {
    kind: 'pl_pesel',
    name: 'pesel',
    shapes: [],
    bare: 11,
    bits: id,
    check: (d) =>
      isMonthDay(part(d, 2, 4) % 20, part(d, 4, 6)) &&
      (10 - (weighted(d, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === at(d, 10),
  },
  {
    kind: 'se_personnummer',
    name: 'personnummer',
    shapes: ['6-4', '8-4'],
    bare: 10,
    bits: id,
    check: (d) => {
      const short = d.slice(-10)
      return isMonthDay(part(short, 2, 4), part(short, 4, 6) % 60) && passesLuhn(short)
    },
  },
  {
    kind: 'dk_cpr',
    name: 'cpr',
    shapes: ['6-4'],
    needsContext: true,
    bare: 10,
    bits: id,
    check: (d) => isMonthDay(part(d, 2, 4), part(d, 0, 2)),
  },
  {
    kind: 'no_fodselsnummer',
    name: 'fødselsnummer',
    shapes: ['6 5'],
    bare: 11,
    bits: id,
    check: (d) =>
      isMonthDay(part(d, 2, 4) % 40, part(d, 0, 2) % 40) &&
      weighted(d, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
      weighted(d, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  {
    kind: 'cz_rodne_cislo',
    name: 'rodné číslo',
    shapes: ['6/4'],
    bare: 10,
    bits: id,
    check: (d) => isMonthDay((part(d, 2, 4) % 50) % 20, part(d, 4, 6)) && Number(d) % 11 === 0,
  },
  {
    kind: 'ro_cnp',
    name: 'cnp',
    shapes: [],
    bare: 13,
    bits: id,
    check: (d) => {
      const rest = weighted(d, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
      return isMonthDay(part(d, 3, 5), part(d, 5, 7)) && (rest === 10 ? 1 : rest) === at(d, 12)
    },
  },
  {
    kind: 'bg_egn',
    name: 'egn',
    shapes: [],
    bare: 10,
    bits: id,
    check: (d) =>
      isMonthDay(part(d, 2, 4) % 20, part(d, 4, 6)) &&
      (weighted(d, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === at(d, 9),
  },
  {
    kind: 'hr_oib',
    name: 'oib',
    shapes: [],
    bare: 11,
    bits: id | tax,
    check: passesMod11And10,
  },
  {
    kind: 'pt_nif',
    name: 'nif',
    shapes: ['3 3 3'],
    needsContext: true,
    bare: 9,
    bits: id | tax,
    check: (d) => {
      const rest = weighted(d, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
      return (rest < 2 ? 0 : 11 - rest) === at(d, 8)
    },
  },
  {
    kind: 'tr_tckn',
    name: 'tc kimlik',
    shapes: [],
    bare: 11,
    bits: id,
    check: (d) => {
      const odd = at(d, 0) + at(d, 2) + at(d, 4) + at(d, 6) + at(d, 8)
      const even = at(d, 1) + at(d, 3) + at(d, 5) + at(d, 7)
      return (
        at(d, 0) > 0 &&
        (((odd * 7 - even) % 10) + 10) % 10 === at(d, 9) &&
        (odd + even + at(d, 9)) % 10 === at(d, 10)
      )
    },
  },
  { kind: 'il_id', name: 'id', shapes: [], bare: 9, bits: id, check: passesLuhn },
  {
    kind: 'za_id',
    name: 'id',
    shapes: ['6 4 3'],
    bare: 13,
    bits: id,
    check: (d) => isMonthDay(part(d, 2, 4), part(d, 4, 6)) && at(d, 10) < 3 && passesLuhn(d),
  },
  {
    kind: 'kr_rrn',
    name: 'rrn',
    shapes: ['6-7'],
    bare: 13,
    bits: id,
    check: (d) => isMonthDay(part(d, 2, 4), part(d, 4, 6)) && at(d, 6) >= 1 && at(d, 6) <= 8,
  },
  {
    kind: 'jp_my_number',
    name: 'my number',
    shapes: ['4-4-4', '4 4 4'],
    needsContext: true,
    bare: 12,
    bits: id,
    check: (d) => {
      const rest = weighted(d, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
      return (rest < 2 ? 0 : 11 - rest) === at(d, 11)
    },
  },
  {
    kind: 'cn_resident_id',
    name: 'resident id',
    shapes: ['18'],
    bare: 18,
    bits: id,
    check: isChineseId,
  },
  {
    kind: 'cl_rut',
    name: 'rut',
    shapes: ['2.3.3-1', '1.3.3-1'],
    bare: 9,
    bits: id,
    check: (d) => {
      const body = d.slice(0, -1)
      let sum = 0
      for (let i = 0; i < body.length; i++) sum += at(body, body.length - 1 - i) * (2 + (i % 6))
      return (11 - (sum % 11)) % 11 === at(d, d.length - 1)
    },
  },
  {
    kind: 'ar_cuit',
    name: 'cuit',
    shapes: ['2-8-1'],
    bare: 11,
    bits: id | tax,
    check: (d) => (11 - (weighted(d, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === at(d, 10),
  },
  {
    kind: 'ru_snils',
    name: 'snils',
    shapes: ['3-3-3 2', '3-3-3-2'],
    bare: 11,
    bits: id,
    check: (d) => {
      const sum = weighted(d, [9, 8, 7, 6, 5, 4, 3, 2, 1])
      return (sum % 101) % 100 === part(d, 9, 11)
    },
  },
  {
    kind: 'us_ein',
    name: 'ein',
    shapes: ['2-7'],
    needsContext: true,
    bare: 9,
    bits: context.thing,
    isCompany: true,
    check: varied,
  },
]

/** GB 11643: date of birth, then a check character by MOD 11-2 (`X` stands for 10). */
export function isChineseId(characters: string): boolean {
  if (!/^\d{6}(?:19|20)\d{9}[\dXx]$/.test(characters)) return false
  if (!isMonthDay(part(characters, 10, 12), part(characters, 12, 14))) return false
  const sum = weighted(characters, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
  return '10X98765432'[sum % 11] === characters.slice(-1).toUpperCase()
}

/** ABA routing number: Federal Reserve prefix and 3-7-1 check. */
export function isRoutingNumber(digits: string): boolean {
  return (
    /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/.test(digits) &&
    weighted(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0
  )
}
