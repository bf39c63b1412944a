import { context } from './context.ts'
import { pii, type Hit } from './hit.ts'
import type { Scan } from './scan.ts'
import { isNear } from './surroundings.ts'

/** "12 Rose Lane", "0650 Ortiz Path Suite 269": number, one to five capitalised words, kind of street. */
const numberFirst =
  /\d{1,6}(?:-\d{1,5})?[A-Za-z]?,? (?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.? )?(?:(?:\p{Lu}[\p{L}'’.-]{0,24}|\d{1,3}(?:st|nd|rd|th)|de|du|des|la|le|les|del|of|the) ){0,5}?(\p{L}{2,14})\b\.?/uy

/** Words of {@link numberFirst}'s last group are looked up here, lower case. */
const isStreet = (scan: Scan, start: number, end: number): boolean => {
  for (let i = scan.markStart.length - 1; i >= 0; i--) {
    const markEnd = scan.markEnd[i] ?? 0
    if (markEnd < end) return false
    if (markEnd === end && (scan.markStart[i] ?? 0) >= start)
      return ((scan.markBits[i] ?? 0) & context.street) !== 0
  }
  return false
}

/** What follows a street line: unit, town, state and code, in bounded pieces. */
const tail =
  /(?:[, \n]{1,3}(?:(?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|Fl|Bldg|Room|No)\.? ?#?[A-Z0-9-]{1,6}|#\d{1,5}|\p{Lu}[\p{L}'’.-]{1,24}(?: \p{Lu}[\p{L}'’.-]{1,24}){0,3}|[A-Z]{2})){0,4}[, \n]{1,3}(\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}|\d{4})\b/uy

const postalLead = /\d{4,6}/

export function findAddresses(scan: Scan, hits: Hit[]): void {
  void [scan, hits, numberFirst, isStreet, tail, postalLead, isNear, pii]
}
