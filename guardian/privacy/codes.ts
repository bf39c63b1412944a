import { context } from './context.ts'
import { pii, type Hit } from './hit.ts'
import { ibanAt } from './iban.ts'
import { hasFinnishSign, letteredIds } from './lettered-ids.ts'
import { kindByWord } from './numbered.ts'
import type { Scan } from './scan.ts'
import { isNear } from './surroundings.ts'

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
const finnish = /\d{6}[-+A]\d{3}[0-9A-FHJ-NPR-Y]\b/y

function findFinnishIds(scan: Scan, hits: Hit[]): void {
  for (const start of scan.digitStart) {
    const sign = scan.text[start + 6]
    if (sign !== '-' && sign !== '+') continue
    finnish.lastIndex = start
    const found = finnish.exec(scan.text)?.[0]
    if (found === undefined || !hasFinnishSign(found)) continue
    if (/^\d+$/.test(found.slice(7)) && !isNear(scan, start, start + 11, context.nationalId, 40, 16)) continue
    hits.push(pii('fi_hetu', `[hetu ••${found.slice(-2)}]`, start, start + found.length, 0.95, 'high'))
  }
}
