import { expect, it } from 'vitest'
import type { Flag } from './monitor/flag.ts'
import { injectionRisk } from './risks.ts'

const flag = (detector: string, value: number, where: 'prompt' | 'response' = 'prompt'): Flag => ({
  detector,
  task: 'injection',
  in: where,
  value,
  spans: [],
})
const prompt = 'Tell me about the weather in the valley, and what to wear on the way up to the hut there.'

it('takes the most telling flag of a family, in whatever order they come', () => {
  const override = flag('injection.override', 0.95)
  const turn = flag('injection.fake_turn', 0.8)
  const alone = injectionRisk(0.3, [override], prompt)
  expect(injectionRisk(0.3, [turn, override], prompt)).toBe(alone)
  expect(injectionRisk(0.3, [override, turn], prompt)).toBe(alone)
})

it('does not doubt a prompt less because of what leaked in the response', () => {
  const marker = flag('injection.role_marker', 0.6)
  const leak = flag('leak.canary', 1, 'response')
  expect(injectionRisk(0.3, [marker, leak], prompt)).toBe(injectionRisk(0.3, [marker], prompt))
})
