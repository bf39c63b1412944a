import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentCommitment, genesisHash, linkHash } from './chain.ts'

describe('the chain', () => {
  it('[C2] begins at a hash that anybody can compute', () => {
    // printf 'custos/chain/1:run_a' | sha256sum
    expect(genesisHash('run_a')).toBe('3889541f7d33134cfce3e660f8475f35574e5a109db1ae568d92b6f6b5a45c5e')
  })

  it('[C1] links the raw bytes of the hash before and the header', () => {
    // (printf '%s' "$GENESIS" | xxd -r -p; printf '{"seq":1}') | sha256sum
    expect(linkHash(genesisHash('run_a'), '{"seq":1}')).toBe(
      '200e6bb5dbb5fae4ac00ef2a1ba13c09f92401def8eccf465a02d785ccc933b0',
    )
  })

  it('[C3] commits by HMAC-SHA-256 as the platform computes it', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.tuple(fc.string({ unit: 'binary' }), fc.constantFrom(1, 30_000)),
        (bytes, [text, times]) => {
          // Texts that fit the scratch, and texts that do not.
          const content = text.slice(0, 5).repeat(times) + text
          const salt = Buffer.from(bytes).toString('hex')
          const expected = createHmac('sha256', bytes).update(content, 'utf8').digest('hex')
          expect(contentCommitment(salt, content)).toBe(expected)
        },
      ),
    )
  })
})
