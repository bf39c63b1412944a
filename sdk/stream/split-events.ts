/** An event longer than this is passed on in pieces, and not read. */
const longestEvent = 16 * 1024 * 1024

/** Cuts a stream of server-sent events into its events, each with the blank line that ends it, byte for byte. */
export async function* splitEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = []
  let length = 0
  // How many bytes of a line there are since the last line's end, and whether that was a CR that LF may follow.
  let inLine = 0
  let afterReturn = false
  const take = (): Uint8Array => {
    const whole = new Uint8Array(length)
    let at = 0
    for (const part of parts) {
      whole.set(part, at)
      at += part.length
    }
    parts = []
    length = 0
    return whole
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]
      if (byte === 0x0a && afterReturn) {
        afterReturn = false
        continue
      }
      afterReturn = byte === 0x0d
      if (byte !== 0x0a && byte !== 0x0d) {
        inLine++
        continue
      }
      const blank = inLine === 0
      inLine = 0
      if (!blank) continue
      // A CR's LF belongs to the line that it ends, where it came with it.
      const end = byte === 0x0d && chunk[at + 1] === 0x0a ? at + 2 : at + 1
      parts.push(chunk.subarray(from, end))
      length += end - from
      from = end
      yield take()
    }
    if (from < chunk.length) {
      parts.push(chunk.subarray(from))
      length += chunk.length - from
    }
    if (length > longestEvent) yield take()
  }
  if (length > 0) yield take()
}
