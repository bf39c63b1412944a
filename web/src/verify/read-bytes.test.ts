import { describe, expect, it } from 'vitest'
import { fileAtHand } from './read-bytes.ts'

describe('a file that was chosen', () => {
  it('is known by its length and SHA-256', async () => {
    const sha256 = '786e184927ec9ddac3079c24999ac461b7cb89888f69efc053848f2d6dee7dd6'
    expect(await fileAtHand(new Blob(['a line\n'])).fingerprint()).toEqual({ bytes: 7, sha256 })
  })

  it('of more than a browser should hold is for the command, which says so', async () => {
    const large = Object.defineProperty(new Blob(), 'size', { value: 2 ** 30 + 1 })
    await expect(fileAtHand(large).fingerprint()).rejects.toThrow('npx custos-labs verify')
  })
})
