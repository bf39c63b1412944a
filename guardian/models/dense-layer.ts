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
 * A layer of weights that lie output by output. Every sum adds its terms in the order of the inputs, so it is what a
 * plain loop gives, to the last bit.
 *
 * @param weights outputs × inputs
 */
export function denseLayer(weights: Float32Array, biases: Float32Array): DenseLayer {
  const inputCount = weights.length / biases.length
  const width = Math.ceil(biases.length / side) * side
  /** In the order of reading: for every four outputs their biases, and input by input their weights. */
  const table = new Float64Array(width * (inputCount + 1))
  biases.forEach((bias, output) => {
    const lane = output % side
    const from = (output - lane) * (inputCount + 1) + lane
    table[from] = bias
    for (let input = 0; input < inputCount; input++)
      table[from + (input + 1) * side] = weights[output * inputCount + input] as number
  })
  const sums = new Float64Array(width)

  function apply(inputs: Float64Array): Float64Array {
    let at = 0
    for (let output = 0; output < width; output += side) {
      let s0 = table[at] as number
      let s1 = table[at + 1] as number
      let s2 = table[at + 2] as number
      let s3 = table[at + 3] as number
      for (let input = 0; input < inputCount; input++) {
        const value = inputs[input] as number
        at += side
        s0 += (table[at] as number) * value
        s1 += (table[at + 1] as number) * value
        s2 += (table[at + 2] as number) * value
        s3 += (table[at + 3] as number) * value
      }
      at += side
      sums[output] = s0
      sums[output + 1] = s1
      sums[output + 2] = s2
      sums[output + 3] = s3
    }
    return sums
  }

  return { apply }
}
