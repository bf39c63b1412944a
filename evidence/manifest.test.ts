import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import canonicalize from 'canonicalize'
import { expect, it } from 'vitest'
import type { Manifest, PublicKey, SignedManifest } from '../protocol/index.ts'
import { keyThumbprint, verifyManifest } from './manifest.ts'

const file = { bytes: 12, sha256: createHash('sha256').update('hello, world').digest('hex') }
const manifest: Manifest = {
  custos_manifest: 1,
  file: { name: 'run_a.ndjson', format: 'ndjson', ...file },
  run_id: 'run_a',
  project_id: 'prj_a',
  range: { start: null, end: null },
  first_seq: 1,
  last_seq: 2,
  count: 2,
  beats: 1,
  first_link: 'a'.repeat(64),
  head: 'b'.repeat(64),
  texts: 'full',
  versions: { export: 1, server: '0.1.0' },
  exporter: { type: 'user', id: 'usr_a' },
  created_at: '2026-01-01T00:00:00.000Z',
}

/** Signs by the letter of the specification, with OpenSSL. [X12] */
async function signed(): Promise<{ signed: SignedManifest; key: PublicKey }> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  const kid = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url')
  const bytes = Buffer.from(`custos/manifest/1:${canonicalize(manifest)}`)
  const signature = sign(null, bytes, privateKey).toString('base64url')
  return {
    signed: { manifest, algorithm: 'Ed25519', key_id: kid, signature },
    key: { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA', status: 'retired' },
  }
}

it('[X12] takes what another library signed, with a retired key too', async () => {
  const { signed: one, key } = await signed()
  expect(await keyThumbprint(key.x)).toBe(key.kid)
  expect(await verifyManifest(one, [key], file)).toEqual({ valid: true, keyStatus: 'retired' })
})

it('[X12] refuses another file, another key, another manifest, another signature', async () => {
  const { signed: one, key } = await signed()
  const { key: other } = await signed()
  const refused = async (change: Partial<SignedManifest>, keys = [key], of = file) => {
    const check = await verifyManifest({ ...one, ...change }, keys, of)
    return check.valid ? 'valid' : check.reason
  }
  expect(await refused({}, [key], { ...file, bytes: 13 })).toBe('The manifest is of another file.')
  expect(await refused({}, [key], { ...file, sha256: 'c'.repeat(64) })).toBe(
    'The manifest is of another file.',
  )
  expect(await refused({}, [other])).toContain('not among the given ones')
  // A key that goes by another's name.
  expect(await refused({}, [{ ...other, kid: key.kid }])).toContain('not among the given ones')
  expect(await refused({ manifest: { ...manifest, count: 3 } })).toBe('The signature does not fit.')
  expect(await refused({ manifest: { ...manifest, exporter: { type: 'user', id: 'usr_b' } } })).toBe(
    'The signature does not fit.',
  )
  // Not the end of it: the last byte of a signature is often 0 already.
  const other86 = (one.signature.startsWith('A') ? 'B' : 'A') + one.signature.slice(1)
  for (const signature of ['', 'AAAA', '%%%', 'A'.repeat(86), other86]) {
    expect(await refused({ signature })).toBe('The signature does not fit.')
  }
})
