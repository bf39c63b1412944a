import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { pipeline } from 'node:stream'
import { isRecord } from '../record.ts'
import { readLines, type Line } from './read-lines.ts'

/** A prompt and the answer to it, as a file holds them; either may be null, not both. */
export interface RecordedExchange {
  line: number
  prompt: string | null
  response: string | null
}

/** A line that holds no exchange, and why. */
export interface BadLine {
  line: number
  problem: string
}

/**
 * Reads a file of `{"prompt", "response"}` lines, one at a time. Other fields are ignored, blank lines too; a
 * file that begins as gzip does is unpacked on the way.
 */
export async function* readExchanges(file: string): AsyncGenerator<RecordedExchange | BadLine> {
  const handle = await open(file)
  const magic = Buffer.alloc(2)
  await handle.read(magic, 0, 2, 0)
  const bytes = handle.createReadStream({ start: 0 })
  const gzipped = magic[0] === 0x1f && magic[1] === 0x8b
  // pipeline() hands an error of the file, or of a cut archive, to the reader below; there it is thrown.
  const source = gzipped ? pipeline(bytes, createGunzip(), () => undefined) : bytes
  yield* exchangesOf(source)
}

/** As {@link readExchanges}, from what comes in pieces, such as standard input. */
export async function* exchangesOf(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<RecordedExchange | BadLine> {
  for await (const line of readLines(source)) {
    const exchange = parseLine(line)
    if (exchange !== null) yield exchange
  }
}

/** Reads one line; null for a blank one. */
export function parseLine({ number, text }: Line): RecordedExchange | BadLine | null {
  const bad = (problem: string): BadLine => ({ line: number, problem })
  if (text === null) return bad('is longer than 16 MiB')
  if (text.trim() === '') return null
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return bad('is not JSON')
  }
  if (!isRecord(value)) return bad('is not an object')
  const { prompt = null, response = null } = value
  if (prompt !== null && typeof prompt !== 'string') return bad('has a prompt that is neither text nor null')
  if (response !== null && typeof response !== 'string')
    return bad('has a response that is neither text nor null')
  if (prompt === null && response === null) return bad('has neither prompt nor response')
  return { line: number, prompt, response }
}
