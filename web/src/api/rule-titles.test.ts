import { expect, it } from 'vitest'
import { calledIn } from './rule-titles.ts'

it('calls rules by their titles, and by their ids where a title is no name', () => {
  const titles = new Map([
    ['privacy.card', 'Payment card in the response'],
    ['harm.a', 'Dangerous advice'],
    ['harm.b', 'Dangerous advice'],
  ])
  const called = calledIn(titles, ['privacy.card', 'harm.a', 'harm.b', 'gone.rule'])
  expect(called('privacy.card')).toBe('Payment card in the response')
  expect([called('harm.a'), called('harm.b')]).toEqual([
    'Dangerous advice, harm.a',
    'Dangerous advice, harm.b',
  ])
  expect(called('gone.rule')).toBe('gone.rule')
})
