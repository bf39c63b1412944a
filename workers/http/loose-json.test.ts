import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLooseJson } from './loose-json.ts'

describe('parseLooseJson', () => {
  it('parses all that JSON.parse does, alike', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        expect(parseLooseJson(text)?.value).toEqual(JSON.parse(text))
      }),
    )
  })

  it('[B8] takes the words that Python writes, outside of strings only', () => {
    expect(parseLooseJson('{"a": NaN, "b": [-Infinity, Infinity], "c": "NaN \\" Infinity"}')?.value).toEqual({
      a: Infinity,
      b: [-Infinity, Infinity].map(() => Infinity),
      c: 'NaN " Infinity',
    })
  })

  it('[B9] mends lone surrogates in texts and keys, and leaves pairs alone', () => {
    expect(parseLooseJson(String.raw`["\ud83d\udc93", "\ud83d"]`)).toEqual({
      value: ['💓', '\ufffd'],
      malformedText: true,
    })
    expect(parseLooseJson(String.raw`["\ud83d\udc93"]`)?.malformedText).toBe(false)
  })

  it.each(['{', 'nope', "{'a': 1}", '{"a": NaNa}', '[1,]'])('[B11] refuses %s', (text) => {
    expect(parseLooseJson(text)).toBeNull()
  })

  it('[B8] finds the words beside strings of megabytes, escaped or not', () => {
    for (const long of ['a'.repeat(9_000_000), '\\"'.repeat(3_000_000), '\\\\'.repeat(3_000_000)]) {
      const value = parseLooseJson(`{"t": "${long}", "c": NaN}`)?.value as { t: string; c: number }
      expect(value.c).toBe(Infinity)
      expect(value.t.length).toBeGreaterThan(1_000_000)
    }
  })

  it('stays linear on a long broken text', () => {
    expect(parseLooseJson(`{"a": "${'\\"'.repeat(500_000)}`)).toBeNull()
  })
})
