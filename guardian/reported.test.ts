import { describe, expect, it } from 'vitest'
import { evaluate, withReported } from './index.ts'

const fine = evaluate({
  prompt: 'What is the capital of France?',
  response: 'The capital of France is Paris.',
})

describe('withReported', () => {
  it('[B15] keeps our verdict where the client reports nothing worse', () => {
    expect(withReported(fine, { color: 'green', violations: [], flatline: false })).toEqual(fine)
    const bad = evaluate({ prompt: 'Which way?', response: 'please bypass safety' })
    expect(withReported(bad, { status: 'green' })).toEqual(bad)
  })

  it('[B15] takes the worse colour, and a score that fits it', () => {
    const red = withReported(fine, { status: 'red' })
    expect(red.color).toBe('red')
    expect(red.alignment_score).toBeLessThan(0.7)
    const yellow = withReported(fine, { color: 'yellow' })
    expect(yellow.color).toBe('yellow')
    expect(yellow.alignment_score).toBeLessThan(0.95)
  })

  it('[B15] a reported flatline stands, and makes the beat red', () => {
    expect(withReported(fine, { flatline: true })).toMatchObject({ flatline: true, color: 'red' })
  })

  it('[B15] a reported violation makes the beat yellow at least, once each', () => {
    const joined = withReported(fine, { violations: ['own rule', 'own rule'] })
    expect(joined.violations).toEqual(['own rule'])
    expect(joined.color).toBe('yellow')
  })

  it('does not change the verdict it was given', () => {
    const before = structuredClone(fine)
    withReported(fine, { flatline: true, violations: ['own rule'] })
    expect(fine).toEqual(before)
  })
})
