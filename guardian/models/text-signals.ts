import { blockMeans } from './block-means.ts'
import { chunkedFrom, eachChunk } from './chunks.ts'
import type { LinearHeads } from './linear-heads.ts'
import { linearScores } from './linear-heads.ts'
import type { NetReader } from './phrase-net.ts'
import type { FeatureReader } from './text-features.ts'
import { windowLength } from './text-features.ts'
import type { WindowWords } from './window-words.ts'
import { WorstChunks } from './worst-chunks.ts'

/** What one text is judged for. `reply` judges a text by its own words, `refusal` whether it declines. */
export const heads = ['injection', 'jailbreak', 'harmful_request', 'reply', 'refusal'] as const
export type Head = (typeof heads)[number]

const refusalHead = heads.indexOf('refusal')

/** UTF-16 units of a response that are read as its opening: most refusals begin with it. */
export const openingLength = 200

/** What the models say of one text, before it is put together with the other: log-odds, uncalibrated. */
export interface TextSignals {
  /**
   * The linear models over n-grams, one a head: the mean of the chunks of some two sentences, and of a text longer
   * than a window the highest of its parts.
   */
  readonly mean: Float64Array
  /** The same on the worst chunk. */
  readonly worst: Float64Array
  /** The network over word pairs: the highest of all windows. */
  readonly net: Float64Array
  /** Share of the words that the network knows, 0..1, in the first window. */
  known: number
  /** The linear refusal head on the opening alone; 0 where it was not asked for. */
  openingLinear: number
  /** UTF-16 units of the whole text. */
  length: number
}

/** And where in the text it was seen; nowhere in a text too short to be cut. */
export interface ReadText extends TextSignals {
  readonly worstChunks: WorstChunks | null
}

/** Signals that say nothing yet: of a text that is not there, or to be filled in. */
export function noSignals(length = 0, worstChunks: WorstChunks | null = null): ReadText {
  return {
    mean: new Float64Array(heads.length),
    worst: new Float64Array(heads.length),
    net: new Float64Array(heads.length),
    known: 0,
    openingLinear: 0,
    length,
    worstChunks,
  }
}

/** Everything that reads a text. */
export interface TextModels {
  readonly reader: FeatureReader
  readonly windows: WindowWords
  readonly linear: LinearHeads
  readonly net: NetReader
}

const linear = new Float64Array(heads.length)
const net = new Float64Array(heads.length)
const means = blockMeans(heads.length, windowLength)

/**
 * Reads a text: the linear models in chunks, the network in overlapping windows, so that a page of padding does
 * not dilute one bad line. Refusal is read from the first window only. Linear in the text's length.
 *
 * @param how only the refusal of a response asks for its opening
 */
export function textSignals(
  models: TextModels,
  text: string,
  how: 'as a whole' | 'with its opening',
): ReadText {
  const worstChunks = text.length <= chunkedFrom ? null : new WorstChunks(heads.length)
  const signals = noSignals(text.length, worstChunks)
  if (worstChunks === null) readShort(models, text, signals)
  else readLong(models, text, signals, worstChunks)
  if (how === 'with its opening') readOpening(models, text, signals)
  return signals
}

function readShort(models: TextModels, text: string, signals: TextSignals): void {
  const features = models.reader.read(text, 0, text.length)
  linearScores(models.linear, features, signals.mean)
  signals.worst.set(signals.mean)
  signals.known = models.net.read(features, signals.net) / Math.max(1, features.wordCount)
}

function readLong(models: TextModels, text: string, signals: TextSignals, worstChunks: WorstChunks): void {
  const { windows } = models
  windows.begin(text)
  const readWindow = (isFirst: boolean): void => {
    const known = models.net.read(windows, net)
    if (isFirst) {
      signals.known = known / Math.max(1, windows.wordCount)
      signals.net.set(net)
    } else {
      raise(signals.net, net)
    }
  }
  let early = 0
  let declining = 0
  signals.worst.fill(Number.NEGATIVE_INFINITY)
  means.start()
  eachChunk(text, 0, text.length, (start, end) => {
    const features = models.reader.read(text, start, end)
    linearScores(models.linear, features, linear)
    const isEarly = start < windowLength
    if (isEarly) {
      early++
      declining += linear[refusalHead] as number
    }
    for (let head = 0; head < heads.length; head++) {
      if (head === refusalHead && !isEarly) continue
      const score = linear[head] as number
      if (score > (signals.worst[head] as number)) signals.worst[head] = score
      worstChunks.note(head, score, start, end)
    }
    means.add(linear, start)
    windows.take(features, end, readWindow)
  })
  means.finish(signals.mean)
  signals.mean[refusalHead] = declining / early
}

/** Takes over what is higher, but not of refusal, which counts at the beginning only. */
function raise(highest: Float64Array, scores: Float64Array): void {
  for (let head = 0; head < heads.length; head++)
    if (head !== refusalHead && (scores[head] as number) > (highest[head] as number))
      highest[head] = scores[head] as number
}

function readOpening(models: TextModels, text: string, signals: TextSignals): void {
  if (text.length > openingLength) {
    const features = models.reader.read(text, 0, openingLength)
    linearScores(models.linear, features, linear)
    signals.openingLinear = linear[refusalHead] as number
  } else {
    signals.openingLinear = signals.mean[refusalHead] as number
  }
}
