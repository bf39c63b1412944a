import type { LinearHeads } from './linear-heads.ts'
import { linearHeads, linearScores } from './linear-heads.ts'
import type { FeatureReader } from './text-features.ts'
import { windowLength, windowStride } from './text-features.ts'

/** What the models say of one text, before it is put together with the other: log-odds, uncalibrated. */
export interface TextSignals {
  /** One a head, in the order of `linearHeads`: the highest of all windows. */
  readonly linear: Float64Array
  /** The refusal head on the opening alone: most refusals begin with it. */
  opening: number
}

/** UTF-16 units of a response that are read as its opening. */
export const openingLength = 200

const refusalHead = linearHeads.indexOf('refusal')

/** Signals of an absent text. */
export function noSignals(): TextSignals {
  return { linear: new Float64Array(linearHeads.length), opening: 0 }
}

/**
 * Reads a text in overlapping windows, so that a page of padding does not dilute one bad line; the highest
 * score of a head stands. Refusal is read from the first window only. Linear in the text's length.
 */
export function textSignals(
  heads: LinearHeads,
  reader: FeatureReader,
  text: string,
  role: 'prompt' | 'response',
): TextSignals {
  const signals = noSignals()
  const scores = new Float64Array(linearHeads.length)
  for (let start = 0; ; start += windowStride) {
    const end = Math.min(text.length, start + windowLength)
    linearScores(heads, reader.read(text, start, end), scores)
    for (let head = 0; head < scores.length; head++) {
      const score = scores[head] as number
      if (start === 0 || (head !== refusalHead && score > (signals.linear[head] as number)))
        signals.linear[head] = score
    }
    if (end === text.length) break
  }
  if (role === 'response') {
    if (text.length <= openingLength) signals.opening = signals.linear[refusalHead] as number
    else {
      linearScores(heads, reader.read(text, 0, openingLength), scores)
      signals.opening = scores[refusalHead] as number
    }
  }
  return signals
}
