import { mod97 } from './checksums.ts'

/** Length of an IBAN by country (SWIFT IBAN registry). */
const lengths: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 ' +
    'EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 ' +
    'KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 ' +
    'PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 ' +
    'UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

/** An IBAN found in a text. */
export interface Iban {
  readonly end: number
  readonly valid: boolean
  readonly lastDigits: string
}

/**
 * Reads an IBAN that begins at `start`, in one piece or in groups.
 *
 * @returns Its end and whether MOD 97-10 holds; null when country or length do not fit.
 */
export function ibanAt(text: string, start: number): Iban | null {
  const head = text.slice(start, start + 4).toUpperCase()
  const length = lengths.get(head.slice(0, 2))
  if (length === undefined || !/^[A-Z]{2}\d\d$/.test(head)) return null
  let compact = ''
  let at = start
  while (compact.length < length) {
    const character = text[at] ?? ''
    if (/^[A-Za-z0-9]$/.test(character)) compact += character
    else if (!/^[ \u00a0-]$/.test(character) || compact.length < 4) return null
    at++
  }
  if (/[\p{L}\p{N}_]/u.test(text[at] ?? '')) return null
  const upper = compact.toUpperCase()
  return { end: at, valid: mod97(upper.slice(4) + upper.slice(0, 4)) === 1, lastDigits: upper.slice(-2) }
}
