import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonical } from './canonical.ts'

it('[C1] writes what the published RFC 8785 writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const parsed: unknown = JSON.parse(JSON.stringify(value).toWellFormed())
      expect(canonical(parsed)).toBe(canonicalize(parsed))
    }),
  )
})

it('refuses a nesting that would exhaust the stack', () => {
  expect(() => canonical(JSON.parse('['.repeat(5000) + ']'.repeat(5000)))).toThrow('nested deeper')
})
