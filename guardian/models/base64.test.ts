import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bytesOfBase64, decoded } from './base64.ts'

it('gives back any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64')
      expect([Array.from(bytesOfBase64(text)), Array.from(decoded(text))]).toEqual([[...bytes], [...bytes]])
    }),
  )
})
