import { inflateSync } from 'node:zlib'

/**
 * Unpacks a WOFF 1.0 file into the sfnt it holds (https://www.w3.org/TR/WOFF/): fontkit reads WOFF, but
 * makes broken subsets of it.
 *
 * @throws RangeError or Error when it is no WOFF
 */
export function unpackWoff(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  if (view.getUint32(0) !== 0x774f4646) throw new Error('This is no WOFF file')
  const tables = Array.from({ length: view.getUint16(12) }, (_, i) => {
    const entry = 44 + 20 * i
    const [offset, packed, length] = [4, 8, 12].map((at) => view.getUint32(entry + at)) as [
      number,
      number,
      number,
    ]
    const raw = woff.subarray(offset, offset + packed)
    return {
      tag: view.getUint32(entry),
      sum: view.getUint32(entry + 16),
      data: packed < length ? inflateSync(raw) : raw,
    }
  })
  let end = 12 + 16 * tables.length
  const placed = tables.map((table) => {
    const at = end
    end += (table.data.length + 3) & ~3
    return { ...table, at }
  })
  const sfnt = new Uint8Array(end)
  const out = new DataView(sfnt.buffer)
  out.setUint32(0, view.getUint32(4))
  out.setUint16(4, tables.length)
  placed.forEach(({ tag, sum, data, at }, i) => {
    const words = [tag, sum, at, data.length]
    words.forEach((word, j) => out.setUint32(12 + 16 * i + 4 * j, word))
    sfnt.set(data, at)
  })
  return sfnt
}
