import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bytesOfBase64 } from './base64.ts'

it('gives back any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      expect([...bytesOfBase64(Buffer.from(bytes).toString('base64'))]).toEqual([...bytes])
    }),
  )
})
