import { withoutHidden } from './hidden-signs.ts'
import { resolveHits, type Hit } from './hit.ts'
import { findPersonalData } from './personal-data.ts'
import { scanText, type Scan } from './scan.ts'
import { findSecrets } from './secrets.ts'

/** Personal data in a text: sorted, non-overlapping. Linear in its length; never throws. */
export function detectPersonalData(text: string): Hit[] {
  return detect(text, findPersonalData)
}

/** Secrets in a text: sorted, non-overlapping. Linear in its length; never throws. */
export function detectSecrets(text: string): Hit[] {
  return detect(text, findSecrets)
}

/** Both at once; where a secret and personal data overlap, the surer stands. */
export function detectSensitive(text: string): Hit[] {
  return detect(text, (scan) => [...findSecrets(scan), ...findPersonalData(scan)])
}

/** Longer texts are looked at in their first and last half million units only. UTF-16 units. */
const longest = 1_048_576
/** Kept of a longer one at each end: less than half, so that with a label for the middle it is no longer too long. */
const kept = longest / 2 - 1024

/**
 * The middle of a long text, which nobody looked at: no detector has anything to say of it, and redaction takes it
 * out as a whole. Null for a text that is looked at whole.
 */
export function unexamined(text: string): { start: number; end: number } | null {
  if (text.length <= longest) return null
  const start = kept
  const end = text.length - kept
  const isPair = (at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00
  return { start: isPair(start) ? start - 1 : start, end: isPair(end) ? end + 1 : end }
}

function detect(text: string, find: (scan: Scan) => Hit[]): Hit[] {
  const middle = unexamined(text)
  if (middle === null) return detectWhole(text, find)
  const tail = detectWhole(text.slice(middle.end), find)
  return [
    ...detectWhole(text.slice(0, middle.start), find),
    ...tail.map((hit) => ({ ...hit, start: hit.start + middle.end, end: hit.end + middle.end })),
  ]
}

function detectWhole(text: string, find: (scan: Scan) => Hit[]): Hit[] {
  const hits = find(scanText(text))
  const unhidden = withoutHidden(text)
  if (unhidden === null) return resolveHits(hits)
  // A second reading, for what hidden signs cut apart; the rest was seen in the first.
  for (const hit of find(scanText(unhidden.text))) {
    const start = unhidden.original(hit.start)
    const end = unhidden.original(hit.end - 1) + 1
    if (end - start > hit.end - hit.start) hits.push({ ...hit, start, end })
  }
  return resolveHits(hits)
}
