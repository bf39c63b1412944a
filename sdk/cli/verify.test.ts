import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { manifestBytes } from '../../evidence/manifest.ts'
import { sampleContents, writeExport, writeProjectExport } from '../../evidence/testing/write-export.ts'
import type { Manifest } from '../../protocol/export.ts'
import { runScript, type Ran } from '../testing/run-script.ts'

// Each test starts a Node or more.
vi.setConfig({ testTimeout: 60_000 })

const verify = (...args: string[]): Promise<Ran> => runScript('cli/custos-labs.ts', ['verify', ...args], {})
const sample = writeExport({ format: 'ndjson', contents: sampleContents() })
const head = 'a'.repeat(64)

let folder: string
const path = (name: string): string => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'custos-verify-'))
  await writeFile(path('run.ndjson'), sample.file)
  await writeFile(path('run.csv'), 'timestamp\r\n')
})

/** Writes a manifest of a file, signed with a new key, and that key as a server publishes it. */
async function signFor(name: string, format: 'ndjson' | 'csv'): Promise<{ x: string }> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const bytes = await readFile(path(name))
  const manifest: Manifest = {
    custos_manifest: 1,
    file: { name, format, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    run_id: 'run_a',
    project_id: 'prj_a',
    range: { start: null, end: null },
    first_seq: 1,
    last_seq: 7,
    count: 7,
    beats: 5,
    first_link: head,
    head,
    texts: 'full',
    versions: { export: 1, server: '0.1.0' },
    exporter: { type: 'user', id: 'usr_a' },
    created_at: '2026-11-22T00:00:00.000Z',
  }
  const x = pointOf(publicKey)
  const kid = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url')
  const signature = sign(null, manifestBytes(manifest), privateKey).toString('base64url')
  const signed = { manifest, algorithm: 'Ed25519', key_id: kid, signature }
  const key = { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA', status: 'retired' }
  await writeFile(path(`${name}.manifest.json`), JSON.stringify(signed))
  await writeFile(path('keys.json'), JSON.stringify({ keys: [key] }))
  return { x }
}

const pointOf = (key: KeyObject): string => key.export({ format: 'jwk' }).x ?? ''

describe('a chain', () => {
  it('is intact, in words and as JSON [X10]', async () => {
    const said = await verify(path('run.ndjson'))
    expect([said.code, said.stdout]).toEqual([
      0,
      expect.stringMatching(/^ok .* 7 entries, 1 to 7, 5 .*\nIntact\.\n$/s),
    ])
    const { code, stdout } = await verify(path('run.ndjson'), '--json')
    expect([code, JSON.parse(stdout)]).toMatchObject([
      0,
      { intact: true, export: { intact: true, count: 7, beats: 5 }, manifest: null, head: null },
    ])
  })

  it('names the first entry that does not fit, and a head that is another', async () => {
    const lines = sample.lines.with(2, (sample.lines[2] ?? '').replace('quoted', 'Quoted'))
    await writeFile(path('changed.ndjson'), `${lines.join('\n')}\n`)
    const { code, stdout } = await verify(path('changed.ndjson'), '--json')
    expect([code, JSON.parse(stdout)]).toMatchObject([
      1,
      { intact: false, export: { intact: false, seq: 2, line: 3 } },
    ])
    const other = await verify(path('run.ndjson'), '--head', head)
    expect([other.code, other.stdout]).toEqual([1, expect.stringContaining('is not in this file')])
  })
})

it('finds the seal of a project’s export that was noted elsewhere [X16]', async () => {
  const { file } = writeProjectExport('ndjson', [sampleContents(), sampleContents()])
  await writeFile(path('project.ndjson'), file)
  const { stdout } = await verify(path('project.ndjson'))
  const seal = /2 runs, 14 entries, .*; seal (\w{64})/.exec(stdout)?.[1] ?? ''
  expect(await verify(path('project.ndjson'), '--head', seal)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('is in this file') as string,
  })
})

describe('a manifest [X12]', () => {
  it('is checked with the keys of a file, or with one key', async () => {
    const { x } = await signFor('run.ndjson', 'ndjson')
    const args = [path('run.ndjson'), '--manifest', path('run.ndjson.manifest.json')]
    const said = await verify(...args, '--keys', path('keys.json'))
    expect([said.code, said.stdout]).toEqual([0, expect.stringMatching(/Signed with .* \(retired\)/)])
    const { code, stdout } = await verify(...args, '--key', x, '--json')
    expect([code, JSON.parse(stdout)]).toMatchObject([
      0,
      { intact: true, export: { intact: true }, manifest: { valid: true } },
    ])
    const stranger = pointOf(generateKeyPairSync('ed25519').publicKey)
    const foreign = await verify(...args, '--key', stranger)
    expect([foreign.code, foreign.stdout]).toEqual([1, expect.stringContaining('not among the given ones')])
  })

  it('is checked with a key that begins with a dash', async () => {
    await signFor('run.ndjson', 'ndjson')
    const args = [path('run.ndjson'), '--manifest', path('run.ndjson.manifest.json')]
    const { code, stdout } = await verify(...args, '--key', `-${'a'.repeat(42)}`)
    expect([code, stdout]).toEqual([1, expect.stringContaining('not among the given ones')])
  })

  it('also vouches for a file that holds no chain, and not for another one', async () => {
    await signFor('run.csv', 'csv')
    const args = ['--manifest', path('run.csv.manifest.json'), '--keys', path('keys.json')]
    expect(await verify(path('run.csv'), ...args)).toMatchObject({ code: 0, stderr: '' })
    const other = await verify(path('run.ndjson'), ...args)
    expect([other.code, other.stdout]).toEqual([1, expect.stringContaining('another file')])
  })
})

describe('a file that is no export', () => {
  it.each([
    ['is told as that', '{\n  "name": "anything"\n}\n', 'is no Custos export'],
    ['may be one that was written anew', JSON.stringify({ custos_export: 1 }, null, 2), 'by another program'],
  ])('%s, in words and as JSON: code 2 [X10]', async (_, text, message) => {
    await writeFile(path('other.json'), text)
    const said = await verify(path('other.json'))
    expect([said.code, said.stdout, said.stderr]).toEqual([2, '', expect.stringContaining(message)])
    const { code, stdout } = await verify(path('other.json'), '--json')
    expect([code, JSON.parse(stdout)]).toMatchObject([2, { intact: false, export: { intact: false } }])
  })
})

it.each([
  [[], 'Name one file'],
  [['a', 'b'], 'Name one file'],
  [['a', '--manifest', 'b'], 'proves nothing without'],
  [['a', '--key', 'b'], 'Keys are for a --manifest'],
  [['none.json'], 'none.json is not there. Check its name'],
  [['.'], 'That is a folder. Name a file in it.'],
  [['run.csv'], 'holds no chain'],
  [['run.ndjson', '--manifest', 'run.ndjson', '--key', 'x'], 'is no manifest'],
])('%j can not be checked: code 2', async (args, message) => {
  const { code, stderr } = await verify(...args.map((arg) => (/^(run|none)\./.test(arg) ? path(arg) : arg)))
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
})
