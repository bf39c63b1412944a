import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Manifest, PublicKey, SignedManifest } from '../protocol/index.ts'
import { checkFile, checkLines, type FileAtHand, type FileCheck } from './check-file.ts'
import { chunksOf, sampleContents, writeExport, writeProjectExport } from './testing/write-export.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const { x = '' } = publicKey.export({ format: 'jwk' })
const kid = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url')
const keys: PublicKey[] = [
  { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA', status: 'current' },
]

function atHand(bytes: Uint8Array): FileAtHand {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { bytes: () => chunksOf(bytes, 100), fingerprint: async () => ({ bytes: bytes.length, sha256 }) }
}

/** Signs a file by the letter of the specification, with OpenSSL. [X12] */
function signedFor(bytes: Uint8Array, format: Manifest['file']['format']): SignedManifest {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const manifest: Manifest = {
    custos_manifest: 1,
    file: { name: `run_test.${format}`, format, bytes: bytes.length, sha256 },
    run_id: 'run_test',
    project_id: 'prj_test',
    range: { start: null, end: null },
    first_seq: 1,
    last_seq: 7,
    count: 7,
    beats: 5,
    first_link: null,
    head: null,
    texts: 'full',
    versions: { export: 1, server: '0.1.0' },
    exporter: { type: 'user', id: 'usr_test' },
    created_at: '2026-01-01T00:00:00.000Z',
  }
  const signature = sign(null, Buffer.from(`custos/manifest/1:${canonicalize(manifest)}`), privateKey)
  return { manifest, algorithm: 'Ed25519', key_id: kid, signature: signature.toString('base64url') }
}

const csv = ['timestamp,prompt', ...Array.from({ length: 9 }, (_, i) => `2026,"Question ${i}, ""quoted"""`)]
const runs = [sampleContents(), sampleContents().slice(0, 3)]
const files = {
  json: writeExport({ format: 'json', contents: sampleContents() }).file,
  ndjson: writeExport({ format: 'ndjson', contents: sampleContents() }).file,
  csv: `${csv.join('\r\n')}\r\n`,
  'json of a project': writeProjectExport('json', runs).file,
  'ndjson of a project': writeProjectExport('ndjson', runs).file,
}

const fromLines = (lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`)

describe.each(Object.entries(files))('a file in %s', (name, text) => {
  const bytes = new TextEncoder().encode(text)
  const format = name.startsWith('json') ? 'json' : name.startsWith('ndjson') ? 'ndjson' : 'csv'
  // JSON and NDJSON have to stand by themselves; nothing but a manifest vouches for a CSV.
  const against = format === 'csv' ? { signed: signedFor(bytes, format), keys } : {}
  const isIntact = async (changed: Uint8Array) => (await checkFile(atHand(changed), against)).intact

  it('[X10] [X12] [X16] is intact as it was written, with its manifest too', async () => {
    expect(await isIntact(bytes)).toBe(true)
    const check = await checkFile(atHand(bytes), { signed: signedFor(bytes, format), keys })
    expect(check).toMatchObject({ intact: true, manifest: { valid: true } })
    expect(checkLines(check, signedFor(bytes, format)).every(({ good }) => good)).toBe(true)
  })

  it('[C4] [X10] [X12] [X16] shows every single byte that is changed, dropped or added', async () => {
    const change = fc.record({
      at: fc.nat(bytes.length - 1),
      drop: fc.integer({ min: 0, max: 1 }),
      put: fc.array(fc.nat(255), { maxLength: 1 }),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ at, drop, put }) => {
        fc.pre(drop + put.length > 0 && !(drop === 1 && put[0] === bytes[at]))
        const changed = Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + drop)])
        expect(await isIntact(changed)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('[C4] [X10] [X12] [X16] shows every line that is dropped, doubled or swapped', async () => {
    const lines = text.split('\n').slice(0, -1)
    for (const [i, line] of lines.entries()) {
      expect(await isIntact(fromLines(lines.toSpliced(i, 1)))).toBe(false)
      expect(await isIntact(fromLines(lines.toSpliced(i, 0, line)))).toBe(false)
      for (const [j, other] of lines.entries()) {
        if (j <= i || other === line) continue
        expect(await isIntact(fromLines(lines.with(i, other).with(j, line)))).toBe(false)
      }
    }
  })
})

it('[X16] names the run and the entry that does not fit', async () => {
  const { lines } = writeProjectExport('ndjson', runs)
  const at = lines.findLastIndex((line) => line.includes('What is the capital'))
  const changed = lines.with(at, (lines[at] ?? '').replace('capital', 'Capital')).join('\n')
  const check = await checkFile(atHand(new TextEncoder().encode(`${changed}\n`)), {})
  expect(check.chain).toMatchObject({ intact: false, runId: 'run_1', seq: 1, line: at + 1 })
})

it('finds a head that was noted elsewhere, of a run or of a project', async () => {
  const file = atHand(new TextEncoder().encode(files['ndjson of a project']))
  const { chain } = await checkFile(file, {})
  const heads =
    chain?.intact && chain.of === 'project' ? [chain.seal, ...chain.runs.map(({ head }) => head)] : []
  expect(heads).toHaveLength(3)
  for (const head of heads)
    expect(await checkFile(file, { head })).toMatchObject({ intact: true, headFound: true })
  const other = await checkFile(file, { head: 'a'.repeat(64) })
  expect(other).toMatchObject({ intact: false, headFound: false })
  expect(checkLines(other, null).at(-1)).toMatchObject({ good: false })
})

function said(check: FileCheck, signed: SignedManifest | null): (string | boolean)[] {
  return checkLines(check, signed).map(({ good, open }) => (open ? 'open' : good))
}

describe('what can’t be checked', () => {
  const bytes = new TextEncoder().encode(files.ndjson)

  it('is a signature without any key, while the chain stands by itself [X12]', async () => {
    const signed = signedFor(bytes, 'ndjson')
    const check = await checkFile(atHand(bytes), { signed })
    expect(check).toMatchObject({ intact: false, verdict: 'unchecked', chain: { intact: true } })
    expect(said(check, signed).slice(0, 2)).toEqual(['open', true])
    const [stranger] = keys.map((key) => ({ ...key, kid: 'other' }))
    expect(await checkFile(atHand(bytes), { signed, keys: stranger ? [stranger] : [] })).toMatchObject({
      verdict: 'broken',
    })
  })

  it('is no excuse for what is broken all the same [X10] [X12]', async () => {
    const signed = signedFor(bytes, 'ndjson')
    const changed = new TextEncoder().encode(files.ndjson.replace('capital', 'Capital'))
    expect(await checkFile(atHand(changed), { signed })).toMatchObject({ verdict: 'broken' })
    const elsewhere = { signed, head: 'a'.repeat(64) }
    expect(await checkFile(atHand(bytes), elsewhere)).toMatchObject({ verdict: 'broken' })
    const foreign = atHand(new TextEncoder().encode('{}\n'))
    expect(await checkFile(foreign, { signed, keys })).toMatchObject({ intact: false, verdict: 'broken' })
    const text = new TextEncoder().encode('{}\n')
    const vouched = { signed: signedFor(text, 'ndjson'), keys }
    expect(await checkFile(atHand(text), vouched)).toMatchObject({ intact: false, verdict: 'broken' })
  })

  it('is a file that is no export [X10]', async () => {
    const check = await checkFile(atHand(new TextEncoder().encode('{}\n')), {})
    expect(check).toMatchObject({ intact: false, verdict: 'unchecked', headFound: null })
    expect(said(check, null)).toEqual(['open'])
  })
})
