/** One layer of a network: a bias and a weight for every input, summed up output by output. */
export interface DenseLayer {
  /**
   * The sums for these inputs.
   * @returns the layer's own reused buffer; what stands behind the last output means nothing
   */
  apply(inputs: Float64Array): Float64Array
}

/** Outputs that are summed up side by side, so that none waits for the one before. */
const side = 4

/**
 * A layer of weights that lie output by output. An input of 0, as most of them are behind a rectifier, is passed
 * over. Every sum adds its terms in the order of the inputs, so it is what a plain loop gives, to the last bit.
 *
 * @param weights outputs × inputs
 */
export function denseLayer(weights: Float32Array, biases: Float32Array): DenseLayer {
  const inputCount = weights.length / biases.length
  const width = Math.ceil(biases.length / side) * side
  const byInput = new Float64Array(width * inputCount)
  biases.forEach((_, output) => {
    for (let input = 0; input < inputCount; input++)
      byInput[input * width + output] = weights[output * inputCount + input] as number
  })
  const start = new Float64Array(width)
  start.set(biases)
  const sums = new Float64Array(width)
  const used = new Int32Array(inputCount)
  const values = new Float64Array(inputCount)

  function apply(inputs: Float64Array): Float64Array {
    let count = 0
    for (let input = 0; input < inputCount; input++) {
      const value = inputs[input] as number
      if (value === 0) continue
      used[count] = input * width
      values[count++] = value
    }
    for (let output = 0; output < width; output += side) {
      let s0 = start[output] as number
      let s1 = start[output + 1] as number
      let s2 = start[output + 2] as number
      let s3 = start[output + 3] as number
      for (let k = 0; k < count; k++) {
        const value = values[k] as number
        const at = (used[k] as number) + output
        s0 += (byInput[at] as number) * value
        s1 += (byInput[at + 1] as number) * value
        s2 += (byInput[at + 2] as number) * value
        s3 += (byInput[at + 3] as number) * value
      }
      sums[output] = s0
      sums[output + 1] = s1
      sums[output + 2] = s2
      sums[output + 3] = s3
    }
    return sums
  }

  return { apply }
}
