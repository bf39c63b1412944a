import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TextSignals } from '../models/text-signals.ts'
import type { ExchangeSignals } from './out-of-fold.ts'

/**
 * The out-of-fold signals of the last training, kept so that `npm run eval` can show how the models do on
 * sources they did not see without training all folds again.
 */
const path = fileURLToPath(new URL('../../node_modules/.cache/custos/out-of-fold.json', import.meta.url))

type Flat = readonly number[]

function flat(signals: TextSignals): Flat {
  const { mean, worst, net, known, openingLinear, length } = signals
  return [mean.length, ...mean, ...worst, ...net, known, openingLinear, length]
}

function unflat(values: Flat): TextSignals {
  const size = values[0] ?? 0
  const [known = 0, openingLinear = 0, length = 0] = values.slice(1 + 3 * size)
  return {
    mean: Float64Array.from(values.slice(1, 1 + size)),
    worst: Float64Array.from(values.slice(1 + size, 1 + 2 * size)),
    net: Float64Array.from(values.slice(1 + 2 * size, 1 + 3 * size)),
    known,
    openingLinear,
    length,
  }
}

export function keepSignals(signals: readonly (ExchangeSignals | undefined)[]): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(
    path,
    JSON.stringify(signals.map((pair) => (pair ? [flat(pair.prompt), flat(pair.response)] : null))),
  )
}

/** The kept signals, one entry an exchange; null when there are none or they are of other data. */
export function keptSignals(exchanges: number): (ExchangeSignals | undefined)[] | null {
  if (!existsSync(path)) return null
  const pairs = JSON.parse(readFileSync(path, 'utf8')) as ([Flat, Flat] | null)[]
  if (pairs.length !== exchanges) return null
  return pairs.map((pair) => (pair ? { prompt: unflat(pair[0]), response: unflat(pair[1]) } : undefined))
}
