import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { phraseModule } from '../build-phrases.ts'
import { detectors } from './compiled/phrases.ts'
import { packedNumbers, unpackedNumbers } from './packed-numbers.ts'
import { detectorTables } from './tables/index.ts'

it('holds what the tables say: after a change to them, `npm run build:guardian`', () => {
  const shipped = readFileSync(new URL('compiled/phrases.ts', import.meta.url), 'utf8')
  expect(shipped === phraseModule()).toBe(true)
  expect(detectors.map(({ id }) => id)).toEqual(detectorTables.map(({ id }) => id))
})

it('packs any whole numbers so that they come back', () => {
  const some = fc.oneof(fc.constant(0), fc.integer({ min: -300, max: 300 }), fc.integer())
  fc.assert(
    fc.property(fc.array(some), (numbers) => {
      const back = unpackedNumbers(packedNumbers(Int32Array.from(numbers)))
      expect(Array.from(back)).toEqual(numbers.map((number) => number | 0))
    }),
  )
})
