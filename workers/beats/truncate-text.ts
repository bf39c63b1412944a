import { createHash } from 'node:crypto'
import { limits } from '../../protocol/index.ts'

/** A text as it is stored, with what was cut and how places in the whole map to places in it. */
export interface StoredText {
  text: string
  cut: { bytes: number; sha256: string } | null
  /** Where an offset of the whole text (UTF-16 units) lies in the stored one; what was cut lies at the cut. */
  place: (offset: number) => number
}

/**
 * Keeps head and tail of a text that is too long to store. [B10]
 *
 * @param whole the redacted text: its hash is stored, and must tell nothing of what was redacted
 * @param maxBytes UTF-8 bytes to keep, the mark at the cut included
 */
export function truncateText(whole: string, maxBytes: number = limits.textBytes): StoredText {
  // Three bytes a unit at most: a short text need not be measured.
  if (whole.length * 3 <= maxBytes) return { text: whole, cut: null, place: (offset) => offset }
  const bytes = Buffer.from(whole, 'utf8')
  if (bytes.length <= maxBytes) return { text: whole, cut: null, place: (offset) => offset }
  const mark = `\n[… ${bytes.length - maxBytes} bytes and more cut …]\n`
  const room = maxBytes - Buffer.byteLength(mark)
  const half = Math.floor(room / 2)
  const head = bytes.toString('utf8', 0, characterStart(bytes, half))
  const tail = bytes.toString('utf8', characterStart(bytes, bytes.length - half + 3))
  const shift = whole.length - (head.length + mark.length + tail.length)
  const tailStart = head.length + mark.length
  return {
    text: head + mark + tail,
    cut: { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    place: (offset) => {
      if (offset <= head.length) return offset
      return Math.max(offset - shift, offset >= whole.length - tail.length ? tailStart : head.length)
    },
  }
}

/** As JSON in a row of the log, a text of control characters takes six bytes a character: so many at most. */
const escapedBytes = 512 * 1024

/**
 * A text as it is stored: cut to what the wire states, and further where it is all control characters, so that
 * two texts and what belongs to them always fit a row (2,000,000 bytes in D1). [B10]
 */
export function storeText(whole: string): StoredText {
  const stored = truncateText(whole)
  if (stored.text.length * 6 <= escapedBytes) return stored
  if (Buffer.byteLength(JSON.stringify(stored.text)) <= escapedBytes) return stored
  return truncateText(whole, Math.floor(escapedBytes / 6))
}

/** The start of the character that byte `at` belongs to: continuation bytes are 10xxxxxx. */
function characterStart(bytes: Buffer, at: number): number {
  let start = at
  while (start > 0 && start < bytes.length && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--
  return start
}
