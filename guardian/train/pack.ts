import type { PackedWeights } from '../models/loaded-models.ts'
import type { Composition, ComposedTask } from '../models/composition.ts'
import { composedTasks } from '../models/composition.ts'
import type { FittedModels } from './fit.ts'
import type { LogisticModel } from './logistic.ts'
import { productCodes } from './product-codes.ts'
import type { FloatNet } from './train-net.ts'
import { filterResponses } from './train-net.ts'
import type { Vocabulary } from './vocabulary.ts'
import { vectorSize } from './word-vectors.ts'

const base64 = (array: Int8Array | Uint8Array | Int32Array | Float32Array): string =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64')

function largest(values: ArrayLike<number>): number {
  let most = 0
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i] as number))
  return most
}

/** int8 planes of the linear heads, laid end to end, with the worth of one step of each. */
export function packedLinear(models: readonly LogisticModel[]): PackedWeights['linear'] {
  const size = models[0]?.weights.length ?? 0
  const planes = new Int8Array(size * models.length)
  const scales = new Float32Array(models.length)
  models.forEach(({ weights }, head) => {
    const scale = Math.fround(largest(weights) / 127 || 1)
    scales[head] = scale
    weights.forEach((weight, i) => (planes[head * size + i] = Math.round(weight / scale)))
  })
  return {
    planes: base64(planes),
    scales: base64(scales),
    biases: base64(Float32Array.from(models, ({ bias }) => bias)),
  }
}

/** Columns that share a byte in the packed rows of the network. */
export const packedGroup = 4

/** What the network gives for every word of the vocabulary, one row a word. */
function responseRows(net: FloatNet, vocabulary: Vocabulary, columns: number): Float32Array {
  const { filters, means, mean } = net
  const count = vocabulary.hashes.length
  const rows = new Float32Array(count * columns)
  for (let word = 0; word < count; word++) {
    filterResponses(net, vocabulary.vectors, word, rows, word * columns)
    for (let m = 0; m < means; m++) {
      let sum = 0
      for (let d = 0; d < vectorSize; d++)
        sum += (mean[m * vectorSize + d] as number) * (vocabulary.vectors[word * vectorSize + d] as number)
      rows[word * columns + 2 * filters + m] = sum
    }
  }
  return rows
}

/**
 * The network as it ships: int8 steps per column, four columns a byte by product quantisation, in which
 * frequent words err less than rare ones.
 */
export function packedNet(net: FloatNet, vocabulary: Vocabulary): PackedWeights['net'] {
  const { filters, means, hidden } = net
  const columns = 2 * filters + means
  const rows = responseRows(net, vocabulary, columns)
  const count = vocabulary.hashes.length
  const scales = new Float32Array(filters + means).fill(1e-6)
  for (let i = 0; i < rows.length; i++) {
    const column = i % columns
    const scale = column < 2 * filters ? column % filters : column - filters
    scales[scale] = Math.max(scales[scale] as number, Math.abs(rows[i] as number) / 127)
  }
  const steps = rows.map((value, i) => {
    const column = i % columns
    return value / (scales[column < 2 * filters ? column % filters : column - filters] as number)
  })
  const { codes, centroids } = productCodes(steps, columns, vocabulary.weights, packedGroup)
  return {
    filters,
    means,
    hidden,
    hashes: base64(vocabulary.hashes.subarray(0, count)),
    codes: base64(codes),
    centroids: base64(Int8Array.from(centroids, (value) => Math.max(-127, Math.min(127, Math.round(value))))),
    scales: base64(scales),
    filterBias: base64(net.filterBias),
    inner: base64(net.inner),
    innerBias: base64(net.innerBias),
    outer: base64(net.outer),
    outerBias: base64(net.outerBias),
  }
}

/** Everything that ships. Compositions are rounded, so that the file stays readable. */
export function packed(
  models: FittedModels,
  compositions: Readonly<Record<ComposedTask, Composition>>,
): PackedWeights {
  return {
    linear: packedLinear(models.linear),
    net: packedNet(models.net, models.vocabulary),
    compositions: roundedAll(compositions),
  }
}

/** Seven digits are more than the calibration knows, and keep the file readable. */
const rounded = (value: number) => Number(value.toPrecision(7))

function roundedAll(
  compositions: Readonly<Record<ComposedTask, Composition>>,
): Record<ComposedTask, Composition> {
  const copy = { ...compositions }
  for (const task of composedTasks) {
    const { bias, weights } = compositions[task]
    copy[task] = { bias: rounded(bias), weights: weights.map(rounded) }
  }
  return copy
}
