import { describe, expect, it } from 'vitest'
import { leakFlags } from './leaks.ts'

const startsOf = (response: string, canaries: readonly string[]): number[] =>
  leakFlags(response, null, canaries).flatMap(({ spans }) => spans.map(({ start }) => start))

describe('leakFlags', () => {
  it('finds a canary wherever it stands', () => {
    expect(startsOf('heron-47, and again heron-47', ['heron-47'])).toEqual([0, 20])
    expect(startsOf('an owl, a heron-47, an owl-0815', ['owl-0815', 'heron-47'])).toEqual([23, 10])
  })

  it('keeps fifty places at most, and counts none twice', () => {
    expect(startsOf('heron-47 '.repeat(200), ['heron-47', 'heron'])).toHaveLength(50)
    expect(startsOf('aaaaaaaaa', ['aaaa'])).toEqual([0, 4])
  })

  it('looks for no canary of less than four units', () => {
    expect(startsOf('owl owl', ['owl', ''])).toEqual([])
    expect(startsOf('owls', ['owls'])).toEqual([0])
  })
})
