import { bytesOfBase64 } from './base64.ts'
import type { Compositions } from './composition.ts'
import { interleaved } from './linear-heads.ts'
import { pairRows } from './pair-rows.ts'
import type { PhraseNet } from './phrase-net.ts'
import { netReader, slotsOf } from './phrase-net.ts'
import { featureReader } from './text-features.ts'
import type { TextModels } from './text-signals.ts'
import { WindowWords } from './window-words.ts'
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

/** Reads rows of int8 from their product codes, each into the same buffer. */
function rowReader(codes: Uint8Array, centroids: Int8Array): (word: number) => Int8Array {
  const groups = centroids.length / (256 * groupSize)
  const row = new Int8Array(groups * groupSize)
  return (word) => {
    for (let group = 0; group < groups; group++) {
      const from = (group * 256 + (codes[word * groups + group] as number)) * groupSize
      for (let d = 0; d < groupSize; d++) row[group * groupSize + d] = centroids[from + d] as number
    }
    return row
  }
}

export function unpackedNet(packed: PackedWeights['net']): PhraseNet {
  const { filters, means } = packed
  const hashes = int32(packed.hashes)
  const rowOf = rowReader(bytesOfBase64(packed.codes), int8(packed.centroids))
  const meanRows = new Int8Array((hashes.length + 1) * means)
  const rows = pairRows(hashes.length, filters, (word) => {
    const row = rowOf(word)
    for (let m = 0; m < means; m++) meanRows[(word + 1) * means + m] = row[2 * filters + m] as number
    return row
  })
  return {
    filters,
    means,
    slots: slotsOf(hashes),
    rows,
    meanRows,
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
  const reader = featureReader()
  return {
    reader,
    windows: new WindowWords(reader),
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
