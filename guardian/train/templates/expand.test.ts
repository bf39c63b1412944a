import { expect, it } from 'vitest'
import { seededRandom } from '../logistic.ts'
import { expand } from './expand.ts'
import { ownSamples } from './own-samples.ts'

it('fills choices and slots', () => {
  const random = seededRandom(1)
  const texts = new Set(Array.from({ length: 50 }, () => expand('{a|b} <c>', { c: ['x', '{y|z}'] }, random)))
  expect([...texts].sort()).toEqual(['a x', 'a y', 'a z', 'b x', 'b y', 'b z'])
})

it('refuses a slot that is not there', () => {
  expect(() => expand('<missing>', {}, seededRandom(1))).toThrow('missing')
})

it('writes the same samples each time, each once, none with a pattern left in it', () => {
  const samples = ownSamples()
  expect(new Set(samples.map(({ text }) => text)).size).toBe(samples.length)
  expect(ownSamples()).toEqual(samples)
  expect(
    samples.filter(({ text }) => /<(goal|persona|request|task|crimeStep|crimeCare|soup)>/.test(text)),
  ).toEqual([])
})
