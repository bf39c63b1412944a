import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marks } from '../trace/columns.ts'
import { noFilter, readRunQuery, type RunQuery, writeRunQuery } from './run-query.ts'

const natural = fc.integer({ min: 1, max: 4_000_000_000_000 })

const runQuery: fc.Arbitrary<RunQuery> = fc.record({
  beat: fc.option(natural),
  view: fc.option(
    fc.oneof(
      fc.record({
        follow: fc.constant(true as const),
        spanS: fc.option(fc.integer({ min: 1, max: 86_400 })),
      }),
      fc
        .tuple(natural, fc.integer({ min: 1, max: 1e9 }))
        .map(([from, length]) => ({ follow: false as const, from: from / 1000, to: (from + length) / 1000 })),
    ),
  ),
  list: fc.constantFrom('feed' as const, 'table' as const),
  filter: fc.record({
    marks: fc.subarray([...marks]),
    rule: fc.option(fc.string({ unit: 'grapheme', minLength: 1 })),
    text: fc.string({ unit: 'grapheme' }),
  }),
})

describe('the query of a run', () => {
  it('comes back whole from its own writing', () => {
    fc.assert(
      fc.property(runQuery, (value) => {
        expect(readRunQuery(writeRunQuery(value))).toEqual(value)
      }),
    )
  })

  it('leaves out what it does not understand', () => {
    const mangled = { beat: 'abc', from: '9', to: '3', span: '-1', show: 'blue,red', list: 'x' }
    expect(readRunQuery(mangled)).toEqual({
      beat: null,
      view: null,
      list: 'feed',
      filter: { ...noFilter, marks: ['red'] },
    })
    expect(readRunQuery({ beat: '0' }).beat).toBeNull()
  })
})
