import { describe, expect, it } from 'vitest'
import { ago, duration, plural, score } from './format.ts'

describe('words for numbers', () => {
  it('never rounds a score up to perfect', () => {
    expect([0.999, 1, 0, 0.954, null, Number.NaN].map(score)).toEqual([
      '0.99',
      '1.00',
      '0.00',
      '0.95',
      '–',
      '–',
    ])
  })

  it('tells a length of time in at most two units', () => {
    const minute = 60_000
    const lengths = [
      -5,
      4000,
      59_999,
      12 * minute,
      200 * minute,
      60 * minute,
      52 * 60 * minute,
      48 * 60 * minute,
    ]
    expect(lengths.map(duration)).toEqual([
      '0 s',
      '4 s',
      '59 s',
      '12 min',
      '3 h 20 min',
      '1 h',
      '2 d 4 h',
      '2 d',
    ])
    expect([500, 5000].map(ago)).toEqual(['just now', '5 s ago'])
  })

  it('counts', () => {
    expect([plural(1, 'beat'), plural(0, 'beat'), plural(2, 'entry', 'entries')]).toEqual([
      '1 beat',
      '0 beats',
      '2 entries',
    ])
  })
})
