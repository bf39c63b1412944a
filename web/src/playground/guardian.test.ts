import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../guardian/index.ts'
import { judge } from './guardian.ts'

describe('judge', () => {
  it('gives the guardian’s verdict and the mean time of one evaluation', () => {
    let ms = 0
    // A clock that moves 2 ms whenever it is looked at: begun, then four evaluations until 8 ms have gone by.
    const now = () => (ms += 2)
    const draft = { prompt: 'Which way?', response: 'please bypass safety' }
    const judged = judge(evaluate, draft, now)
    expect(judged.verdict).toEqual(evaluate(draft))
    expect(judged.microseconds).toBe(2000)
  })

  it('stops repeating when the clock stands still', () => {
    const judged = judge(evaluate, { prompt: 'Hello', response: null }, () => 5)
    expect(judged.microseconds).toBe(0)
  })
})
