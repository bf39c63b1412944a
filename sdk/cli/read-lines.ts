/** One line of a file, without its end; `text` is null when it is longer than may be read. */
export interface Line {
  /** From 1. */
  number: number
  text: string | null
}

/**
 * Cuts a stream of bytes into lines, holding one line at a time.
 *
 * @param maxLength UTF-16 units; a longer line comes as null and is not kept in memory
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxLength = 16 * 1024 * 1024,
): AsyncGenerator<Line> {
  const decoder = new TextDecoder()
  let number = 1
  let parts: string[] = []
  let length = 0
  const take = (piece: string): void => {
    length += piece.length
    if (length <= maxLength) parts.push(piece)
    else parts = []
  }
  const end = (): Line => {
    const text = length <= maxLength ? parts.join('').replace(/\r$/, '') : null
    parts = []
    length = 0
    return { number: number++, text }
  }
  for await (const chunk of chunks) {
    const pieces = decoder.decode(chunk, { stream: true }).split('\n')
    for (const piece of pieces.slice(0, -1)) {
      take(piece)
      yield end()
    }
    take(pieces.at(-1) ?? '')
  }
  take(decoder.decode())
  if (length > 0) yield end()
}
