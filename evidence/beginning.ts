/** Bytes that tell what a file is: far more than what stands before the member that names an export. */
const looked = 4096

/** Why a file can't be checked at all: it is none of Custos, or another program wrote it anew. */
export type NoExport = 'foreign' | 'rewritten'

const member = /"custos_(?:project_)?export"\s*:/
const byteOrderMark = '\u{feff}'

/** What to say of a file that can't be checked. */
export const noExportText: Record<NoExport, string> = {
  foreign:
    'This is no Custos export (JSON or NDJSON, as it was downloaded, byte for byte): it can’t be checked.',
  rewritten:
    'This export was written anew by another program, so it can’t be checked: check the file as it was downloaded.',
}

/**
 * Tells a file that never was an export, or was re-indented or saved anew, from an export that was changed. It is asked
 * only for a file whose first line can't be read as an opening, so it never makes one intact.
 *
 * @param beginning of the file, as text
 * @returns null when the first line names an export, whatever else is wrong with it
 */
export function noExportOf(beginning: string): NoExport | null {
  const end = beginning.indexOf('\n')
  const first = end === -1 ? beginning : beginning.slice(0, end)
  if (member.test(first)) return first.startsWith(byteOrderMark) ? 'rewritten' : null
  // `\s` counts a byte order mark too.
  return /^\s*[{[]?\s*$/.test(first) && member.test(beginning) ? 'rewritten' : 'foreign'
}

/** A file's bytes as they are, with its beginning read first and kept. */
export class KeptBeginning {
  private readonly kept = new Uint8Array(looked)
  private length = 0

  /** What is no UTF-8 in it is U+FFFD. */
  get text(): string {
    return new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(
      this.kept.subarray(0, this.length),
    )
  }

  /** @param chunks bytes of the file, cut anywhere */
  async *of(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      if (this.length === looked) {
        yield chunk
        continue
      }
      const piece = chunk.subarray(0, looked - this.length)
      this.kept.set(piece, this.length)
      this.length += piece.length
      if (this.length < looked) continue
      yield this.kept.slice()
      if (piece.length < chunk.length) yield chunk.subarray(piece.length)
    }
    if (this.length < looked && this.length > 0) yield this.kept.slice(0, this.length)
  }
}
