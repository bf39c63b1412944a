import { chunkedFrom, eachChunk } from './chunks.ts'
import type { LinearHeads } from './linear-heads.ts'
import { linearScores } from './linear-heads.ts'
import type { NetReader } from './phrase-net.ts'
import type { FeatureReader } from './text-features.ts'
import { windowLength, windowStride } from './text-features.ts'

/** What one text is judged for. `reply` judges a text by its own words, `refusal` whether it declines. */
export const heads = ['injection', 'jailbreak', 'harmful_request', 'reply', 'refusal'] as const
export type Head = (typeof heads)[number]

const refusalHead = heads.indexOf('refusal')

/** UTF-16 units of a response that are read as its opening: most refusals begin with it. */
export const openingLength = 200

/** What the models say of one text, before it is put together with the other: log-odds, uncalibrated. */
export interface TextSignals {
  /** The linear models over n-grams, one a head: the highest of all windows. */
  readonly linear: Float64Array
  /** The linear models on the worst chunk of some two sentences; the same as `linear` for a short text. */
  readonly chunk: Float64Array
  /** The network over word pairs, likewise the highest of all windows. */
  readonly net: Float64Array
  /** Share of the words that the network knows, 0..1, in the first window. */
  known: number
  /** The refusal heads on the opening alone. */
  openingLinear: number
  openingNet: number
  /** UTF-16 units of the whole text. */
  length: number
}

export function noSignals(): TextSignals {
  return {
    linear: new Float64Array(heads.length),
    chunk: new Float64Array(heads.length),
    net: new Float64Array(heads.length),
    known: 0,
    openingLinear: 0,
    openingNet: 0,
    length: 0,
  }
}

/** Everything that reads a text. */
export interface TextModels {
  readonly reader: FeatureReader
  readonly linear: LinearHeads
  readonly net: NetReader
}

const linear = new Float64Array(heads.length)
const net = new Float64Array(heads.length)

/**
 * Reads a text in overlapping windows, so that a page of padding does not dilute one bad line; the highest
 * score of a head stands. Refusal is read from the first window only. Linear in the text's length.
 */
export function textSignals(models: TextModels, text: string, role: 'prompt' | 'response'): TextSignals {
  const signals = noSignals()
  signals.length = text.length
  for (let start = 0; ; start += windowStride) {
    const end = Math.min(text.length, start + windowLength)
    const features = models.reader.read(text, start, end)
    linearScores(models.linear, features, linear)
    const known = models.net.read(features, net)
    if (start === 0) signals.known = known / Math.max(1, features.wordCount)
    for (let head = 0; head < heads.length; head++) {
      if (start > 0 && head === refusalHead) continue
      if (start === 0 || (linear[head] as number) > (signals.linear[head] as number))
        signals.linear[head] = linear[head] as number
      if (start === 0 || (net[head] as number) > (signals.net[head] as number))
        signals.net[head] = net[head] as number
    }
    if (end === text.length) break
  }
  if (text.length <= chunkedFrom) signals.chunk.set(signals.linear)
  else readChunks(models, text, signals)
  if (role === 'response') readOpening(models, text, signals)
  return signals
}

function readChunks(models: TextModels, text: string, signals: TextSignals): void {
  signals.chunk.fill(Number.NEGATIVE_INFINITY)
  eachChunk(text, 0, text.length, (start, end) => {
    linearScores(models.linear, models.reader.read(text, start, end), linear)
    for (let head = 0; head < heads.length; head++)
      if ((linear[head] as number) > (signals.chunk[head] as number))
        signals.chunk[head] = linear[head] as number
  })
}

function readOpening(models: TextModels, text: string, signals: TextSignals): void {
  if (text.length > openingLength) {
    const features = models.reader.read(text, 0, openingLength)
    linearScores(models.linear, features, linear)
    models.net.read(features, net)
    signals.openingLinear = linear[refusalHead] as number
    signals.openingNet = net[refusalHead] as number
  } else {
    signals.openingLinear = signals.linear[refusalHead] as number
    signals.openingNet = signals.net[refusalHead] as number
  }
}
