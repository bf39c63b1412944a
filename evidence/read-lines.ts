import { ExportFault } from './export-fault.ts'

/** No line of an export is longer: two texts of 128 KiB, each character escaped, with all their findings. */
const lineBytes = 16 * 1024 * 1024

/** A line of a file, without its LF, and where its bytes are: from `from` up to but without `to`. */
export interface Line {
  text: string
  from: number
  to: number
}

/**
 * The lines of a file, without their LF. Bytes that are no UTF-8 and a last line without LF are faults: a
 * lenient reader would let a changed byte pass.
 *
 * @param chunks the file, cut anywhere
 * @throws ExportFault at the first line that can't be read
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const decode = (bytes: Uint8Array): string => {
    try {
      return decoder.decode(bytes)
    } catch {
      throw new ExportFault('This line is not UTF-8.')
    }
  }
  let pieces: Uint8Array[] = []
  let held = 0
  let read = 0
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      const line = joined([...pieces, chunk.subarray(from, at)])
      pieces = []
      held = 0
      from = at + 1
      yield { text: decode(line), from: read + at - line.length, to: read + at }
    }
    // Copied: whoever reads the file may use its buffer again.
    const rest = chunk.slice(from)
    held += rest.length
    read += chunk.length
    if (held > lineBytes) throw new ExportFault('This line is longer than any of an export.')
    if (rest.length > 0) pieces.push(rest)
  }
  if (pieces.length > 0) throw new ExportFault('The file ends in the middle of a line.')
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const [only] = pieces
  if (only && pieces.length === 1) return only
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
