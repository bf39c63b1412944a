import { describe, expect, it } from 'vitest'
import { loadedModels } from '../models/loaded-models.ts'
import { composed } from '../models/composition.ts'
import { heads, noSignals } from '../models/text-signals.ts'
import { chosenThresholds } from './choose-thresholds.ts'
import type { LabelledExchange } from './exchanges.ts'
import { longSource } from './folds.ts'

const { compositions } = loadedModels()
const jailbreak = heads.indexOf('jailbreak')

/** An ordinary prompt that looks more or less like a jailbreak. */
function clean(source: string, logit: number) {
  const exchange: LabelledExchange = {
    source,
    group: source,
    prompt: source,
    response: null,
    labels: { jailbreak: 0 },
  }
  const prompt = { ...noSignals(), known: 1, length: 300 }
  prompt.worst[jailbreak] = prompt.net[jailbreak] = logit
  return { exchange, signal: { prompt, response: noSignals() } }
}

const thresholdOf = (some: readonly ReturnType<typeof clean>[]) =>
  chosenThresholds(
    { exchanges: some.map(({ exchange }) => exchange) },
    some.map(({ signal }) => signal),
    compositions,
    ({ prompt }) => prompt === 'chat',
    () => false,
  ).jailbreak

describe('chosenThresholds', () => {
  const chats = Array.from({ length: 200 }, (_, i) => clean('chat', i / 100 - 3))

  it('lets long ordinary prompts pass as well as short ones', () => {
    const pasted = Array.from({ length: 200 }, (_, i) => clean(longSource('ordinary', 0), i / 100 + 4))
    const worst = pasted[195]
    const without = thresholdOf(chats)
    const withLong = thresholdOf([...chats, ...pasted])
    expect(withLong).toBeGreaterThan(without)
    expect(withLong).toBeGreaterThanOrEqual(
      worst ? composed('jailbreak', compositions, worst.signal.prompt, worst.signal.response) : 1,
    )
  })

  it('never lies below a quarter', () => {
    expect(thresholdOf(chats)).toBeGreaterThanOrEqual(0.25)
  })
})
