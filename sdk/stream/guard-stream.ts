import type { Client } from '../client.ts'
import { bytesCodec, eventCodec, valueCodec, type Codec } from './codec.ts'
import { splitEvents } from './split-events.ts'

/**
 * Guards a stream, in the shape in which it came.
 *
 * @param prompt what was asked
 * @returns null for a kind of stream whose text can't be reached (a Node stream, a picture's `Response`)
 */
export function guardStream(client: Client, prompt: string | null, value: object): object | null {
  const tell = client.tellerOf()
  async function* guard<T>(source: AsyncIterable<T>, codec: Codec<T>): AsyncGenerator<T, void, undefined> {
    // Apart from the core, so that those who don't stream don't load it.
    const { guardItems } = await import('./guard-items.ts')
    yield* guardItems(source, { client, prompt, codec, tell })
  }
  if (value instanceof Response) return guardResponse(value, guard)
  if (value instanceof ReadableStream) {
    const stream = value as ReadableStream<unknown>
    return toReadable(guardAny(readAll(stream), guard), stream)
  }
  if (!(Symbol.asyncIterator in value) || 'pipe' in value) return null
  const source = value as AsyncIterable<unknown>
  // Its own class stays what it is; only how it is read is ours.
  if (!('next' in value)) return withIterator(source, () => guardAny(source, guard))
  return guardAny(source, guard)
}

type Guard = <T>(source: AsyncIterable<T>, codec: Codec<T>) => AsyncGenerator<T, void, undefined>

/** Bytes are text in UTF-8; anything else is read item by item. */
function guardAny(source: AsyncIterable<unknown>, guard: Guard): AsyncGenerator<unknown, void, undefined> {
  const bytes = bytesCodec()
  return guard(source, {
    read: (item) => (item instanceof Uint8Array ? bytes.read(item) : valueCodec.read(item)),
    replace: (item, deltas, text) =>
      item instanceof Uint8Array ? bytes.replace(item, deltas, text) : valueCodec.replace(item, deltas, text),
  })
}

function guardResponse(response: Response, guard: Guard): Response | null {
  const type = response.headers.get('content-type') ?? ''
  if (response.body === null || !/^text\/|[/+]json\b|ndjson/i.test(type)) return null
  const bytes = readAll(response.body)
  const guarded = /^text\/event-stream/i.test(type)
    ? guard(splitEvents(bytes), eventCodec)
    : guard(bytes, bytesCodec())
  const headers = new Headers(response.headers)
  // What is sent on may be shorter or longer.
  headers.delete('content-length')
  const { status, statusText, url } = response
  const made = new Response(toReadable(guarded, response.body), {
    status,
    statusText,
    headers,
  })
  Object.defineProperty(made, 'url', { value: url })
  return made
}

/** Reads a stream to its end; leaving early cancels it, so that the model stops. */
async function* readAll<T>(stream: ReadableStream<T>): AsyncGenerator<T, void, undefined> {
  const reader = stream.getReader()
  let done = false
  try {
    for (;;) {
      const read = await reader.read()
      if (read.done) break
      yield read.value
    }
    done = true
  } finally {
    if (!done) await reader.cancel().catch(() => undefined)
    reader.releaseLock()
  }
}

/** A stream that reads on only as it is read. */
function toReadable<T>(
  items: AsyncGenerator<T, void, undefined>,
  source: ReadableStream<unknown>,
): ReadableStream<T> {
  return new ReadableStream<T>(
    {
      async pull(controller) {
        try {
          const next = await items.next()
          if (next.done) controller.close()
          else controller.enqueue(next.value)
        } catch (error) {
          controller.error(error)
        }
      },
      async cancel() {
        await items.return(undefined)
        // A generator that was never read has not opened its source, and can't close it.
        if (!source.locked) await source.cancel()
      },
    },
    { highWaterMark: 0 },
  )
}

function withIterator(
  source: AsyncIterable<unknown>,
  iterate: () => AsyncGenerator<unknown, void, undefined>,
): AsyncIterable<unknown> {
  return new Proxy(source, {
    get: (target, name) => {
      if (name === Symbol.asyncIterator) return iterate
      const member: unknown = Reflect.get(target, name)
      // Methods of classes with private fields know only their own object.
      return typeof member === 'function' ? (member.bind(target) as unknown) : member
    },
  })
}
