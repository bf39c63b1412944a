import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { openSigner } from '../../workers/evidence/signing-key.ts'
import { signingKeys } from './signing-keys.ts'

it('[X12] makes a key once, keeps it from others, and never replaces one that it cannot read', async () => {
  const folder = mkdtempSync(`${tmpdir()}/custos-keys-`)
  try {
    const keys = signingKeys(`${folder}/data`)
    expect(signingKeys(`${folder}/data`)).toEqual(keys)
    expect((await openSigner(keys))?.keyId).toHaveLength(43)
    const file = `${folder}/data/signing-keys.json`
    expect(statSync(file).mode & 0o777).toBe(0o600)
    writeFileSync(file, '{"current":')
    expect(() => signingKeys(`${folder}/data`)).toThrow("can't be read")
  } finally {
    rmSync(folder, { recursive: true })
  }
})
