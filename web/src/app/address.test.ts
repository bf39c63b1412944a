import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marks } from '../trace/columns.ts'
import { type Address, addressOf, formatAddress, parseAddress } from './address.ts'

function round(address: Address): Address {
  const url = new URL(formatAddress(address), 'http://localhost')
  return parseAddress(url.pathname, url.search)
}

const id = fc.stringMatching(/^[A-Za-z0-9_.:-]{1,64}$/).filter((text) => text !== '.' && text !== '..')
const natural = fc.integer({ min: 1, max: 4_000_000_000_000 })

const address: fc.Arbitrary<Address> = fc.record({
  place: fc.oneof(
    fc.constant({ at: 'runs' as const }),
    fc.record({ at: fc.constant('run' as const), runId: id }),
    fc.record({ at: fc.constant('key' as const), keyId: id }),
  ),
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
    rule: fc.option(id),
    text: fc.string({ unit: 'grapheme' }),
  }),
})

describe('the address', () => {
  it('comes back whole from its own writing', () => {
    fc.assert(
      fc.property(address, (value) => {
        expect(round(value)).toEqual(value)
      }),
    )
  })

  it('is short where nothing is chosen', () => {
    expect(formatAddress(addressOf({ at: 'runs' }))).toBe('/simulator')
    expect(formatAddress(addressOf({ at: 'run', runId: 'run_1' }))).toBe('/simulator/runs/run_1')
    const address = { ...addressOf({ at: 'run', runId: 'run_1' }), beat: 42 }
    expect(formatAddress(address)).toBe('/simulator/runs/run_1?beat=42')
  })

  it('opens the run of a mangled link', () => {
    const mangled = parseAddress(
      '/simulator/runs/run_1/',
      '?beat=abc&from=9&to=3&span=-1&show=blue,red&list=x',
    )
    expect(mangled).toEqual({
      ...addressOf({ at: 'run', runId: 'run_1' }),
      filter: { marks: ['red'], rule: null, text: '' },
    })
    expect(parseAddress('/simulator/runs/%E0%A4%A', '').place).toEqual({ at: 'run', runId: '%E0%A4%A' })
    expect(parseAddress('/', '?beat=0')).toEqual(addressOf({ at: 'runs' }))
  })
})
