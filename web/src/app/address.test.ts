import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Address, formatAddress, parseAddress } from './address.ts'

function round(address: Address): Address {
  const url = new URL(formatAddress(address), 'http://localhost')
  return parseAddress(url.pathname, url.search)
}

const place = (pathname: string) => parseAddress(pathname, '').place

const id = fc.stringMatching(/^[A-Za-z0-9_.:-]{1,64}$/).filter((text) => text !== '.' && text !== '..')

const address: fc.Arbitrary<Address> = fc.record({
  place: fc.oneof(
    fc.constant({ at: 'runs' as const }),
    fc.record({ at: fc.constant('run' as const), runId: id }),
    fc.record({ at: fc.constant('key' as const), keyId: id }),
    fc.record({ at: fc.constant('settings-audit' as const), organizationId: id }),
  ),
  query: fc.dictionary(
    fc.stringMatching(/^[a-z]{2,5}$/).filter((name) => name !== 'key'),
    fc.string({ unit: 'grapheme' }),
    { noNullPrototype: true },
  ),
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
    expect(formatAddress({ place: { at: 'runs' }, query: {} })).toBe('/simulator')
    expect(formatAddress({ place: { at: 'run', runId: 'run_1' }, query: { beat: '42' } })).toBe(
      '/simulator/runs/run_1?beat=42',
    )
  })

  it('opens the run of a mangled link, and says where there is no such place', () => {
    expect(place('/simulator/runs/run_1/')).toEqual({ at: 'run', runId: 'run_1' })
    expect(place('/simulator/runs/%E0%A4%A')).toEqual({ at: 'run', runId: '%E0%A4%A' })
    expect(place('/')).toEqual({ at: 'runs' })
    expect(place('/simulator/runs')).toEqual({ at: 'runs' })
    expect(place('/nope')).toEqual({ at: 'missing', path: 'nope' })
    expect(place('/simulator/elsewhere/1')).toEqual({ at: 'missing', path: 'simulator/elsewhere/1' })
  })

  it('finds a room without the name of the simulator before it', () => {
    expect(place('/incidents')).toEqual({ at: 'incidents' })
    expect(place('/playground/')).toEqual({ at: 'playground' })
    expect(place('/runs/run_1')).toEqual({ at: 'run', runId: 'run_1' })
  })

  it('knows a key by the links of before', () => {
    expect(parseAddress('/simulator', '?key=key_1')).toEqual({
      place: { at: 'key', keyId: 'key_1' },
      query: {},
    })
  })
})
