import { bytesOfBase64 } from './base64.ts'
import type { Compositions } from './composition.ts'
import { interleaved } from './linear-heads.ts'
import type { PhraseNet } from './phrase-net.ts'
import { netReader, slotsOf } from './phrase-net.ts'
import { featureReader } from './text-features.ts'
import type { TextModels } from './text-signals.ts'
import { weights } from './weights/weights.ts'

/** The shipped weights as they lie in the module: small numbers as they are, tables in base64. */
export interface PackedWeights {
  readonly linear: { readonly planes: string; readonly scales: string; readonly biases: string }
  readonly net: {
    readonly filters: number
    readonly means: number
    readonly hidden: number
    readonly hashes: string
    /** One byte a word and group of four columns: the number of a centroid. */
    readonly codes: string
    /** int8, 256 centroids a group. */
    readonly centroids: string
    readonly scales: string
    readonly filterBias: string
    readonly inner: string
    readonly innerBias: string
    readonly outer: string
    readonly outerBias: string
  }
  readonly compositions: Compositions
}

export interface LoadedModels extends TextModels {
  readonly compositions: Compositions
}

const int8 = (text: string) => new Int8Array(bytesOfBase64(text).buffer)
const int32 = (text: string) => new Int32Array(bytesOfBase64(text).buffer)
const float32 = (text: string) => new Float32Array(bytesOfBase64(text).buffer)

/** Columns that share a byte. */
const groupSize = 4

/** Rows of int8 from their product codes. */
function decodedRows(codes: Uint8Array, centroids: Int8Array): Int8Array {
  const groups = centroids.length / (256 * groupSize)
  const rows = new Int8Array(codes.length * groupSize)
  for (let i = 0; i < codes.length; i++) {
    const from = ((i % groups) * 256 + (codes[i] as number)) * groupSize
    for (let d = 0; d < groupSize; d++) rows[i * groupSize + d] = centroids[from + d] as number
  }
  return rows
}

export function unpackedNet(packed: PackedWeights['net']): PhraseNet {
  const { filters, means, hidden } = packed
  return {
    filters,
    means,
    hidden,
    ...slotsOf(int32(packed.hashes)),
    rows: decodedRows(bytesOfBase64(packed.codes), int8(packed.centroids)),
    scales: float32(packed.scales),
    filterBias: float32(packed.filterBias),
    inner: float32(packed.inner),
    innerBias: float32(packed.innerBias),
    outer: float32(packed.outer),
    outerBias: float32(packed.outerBias),
  }
}

export function unpacked(packed: PackedWeights): LoadedModels {
  const { linear, net, compositions } = packed
  return {
    reader: featureReader(),
    linear: interleaved(int8(linear.planes), float32(linear.scales), float32(linear.biases)),
    net: netReader(unpackedNet(net)),
    compositions,
  }
}

let loaded: LoadedModels | undefined

/** The shipped models, decoded at the first call (some milliseconds) and kept. */
export function loadedModels(): LoadedModels {
  loaded ??= unpacked(weights)
  return loaded
}
