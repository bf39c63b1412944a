import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const hex = (bytes: number) => fc.uint8Array({ minLength: bytes, maxLength: bytes }).map(toHex)
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe.each(['of Node', 'of WebCrypto'])('the hash %s', (whose) => {
  let digest: typeof import('./digest.ts')
  beforeEach(async () => {
    if (whose === 'of WebCrypto') vi.stubGlobal('process', {})
    vi.resetModules()
    digest = await import('./digest.ts')
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('[C1] [C3] is what another library makes of the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        hex(32),
        hex(16),
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        async (link, salt, text) => {
          expect(await digest.sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'))
          const linked = createHash('sha256').update(Buffer.from(link, 'hex')).update(text).digest('hex')
          expect(await digest.link(link, text)).toBe(linked)
          const committed = createHmac('sha256', Buffer.from(salt, 'hex')).update(text).digest('hex')
          expect(await digest.commitment(salt, text)).toBe(committed)
        },
      ),
    )
  })
})
