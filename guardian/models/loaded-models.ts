import { bytesOfBase64 } from './base64.ts'
import type { Compositions } from './composition.ts'
import type { LinearHeads } from './linear-heads.ts'
import { interleaved } from './linear-heads.ts'
import type { FeatureReader } from './text-features.ts'
import { featureReader } from './text-features.ts'
import { weights } from './weights/weights.ts'

export interface LoadedModels {
  readonly reader: FeatureReader
  readonly heads: LinearHeads
  readonly compositions: Compositions
}

let loaded: LoadedModels | undefined

/** The shipped models, decoded at the first call and kept. */
export function loadedModels(): LoadedModels {
  loaded ??= {
    reader: featureReader(),
    heads: interleaved(
      new Int8Array(bytesOfBase64(weights.linear.planes).buffer),
      weights.linear.scales,
      weights.linear.biases,
    ),
    compositions: weights.compositions,
  }
  return loaded
}
