import { deltaTexts, withText, type Delta } from './delta-texts.ts'

/** How the items of one kind of stream are read, cut and replaced. One for each stream: decoding has a memory. */
export interface Codec<T> {
  read(item: T): readonly Delta[]
  /** An item like the first that is held back, saying something else. */
  replace(item: T, deltas: readonly Delta[], text: string): T
}

/** Items as JavaScript has them: strings, or a client's objects. */
export const valueCodec: Codec<unknown> = { read: deltaTexts, replace: withText }

/** Bytes of a text in UTF-8. */
export function bytesCodec(): Codec<Uint8Array> {
  const decoder = new TextDecoder()
  return {
    read: (bytes) => [{ channel: '', text: decoder.decode(bytes, { stream: true }), path: [] }],
    replace: (_item, _deltas, text) => new TextEncoder().encode(text),
  }
}

/** Server-sent events, one whole event an item, its bytes as they came. */
export const eventCodec: Codec<Uint8Array> = {
  read: (bytes) => deltaTexts(readEvent(bytes).data),
  replace: (bytes, deltas, text) => {
    const { lines, data } = readEvent(bytes)
    const said = JSON.stringify(withText(data, deltas, text))
    return new TextEncoder().encode(`${[...lines, `data: ${said}`].join('\n')}\n\n`)
  },
}

/** An event's `data`, parsed where it is JSON and text where it is not, and its other lines. */
function readEvent(bytes: Uint8Array): { lines: string[]; data: unknown } {
  const lines: string[] = []
  const data: string[] = []
  for (const line of new TextDecoder().decode(bytes).split(/\r\n|\r|\n/)) {
    if (line.startsWith('data:')) data.push(line.slice(line.startsWith('data: ') ? 6 : 5))
    else if (line !== '') lines.push(line)
  }
  const text = data.join('\n')
  if (text === '' || text === '[DONE]') return { lines, data: null }
  try {
    return { lines, data: JSON.parse(text) as unknown }
  } catch {
    return { lines, data: text }
  }
}
