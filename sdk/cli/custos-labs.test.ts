import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { jsonExportSchema } from '../../protocol/export.ts'
import { guardian } from '../index.ts'
import { runScript, type Ran } from '../testing/run-script.ts'
import { startPlatform, type Platform } from '../testing/start-platform.ts'

// Each test starts a Node or two.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const custos = (args: string[], env: Record<string, string> = {}): Promise<Ran> =>
  runScript('cli/custos-labs.ts', args, env)
const leak = `Your key is sk-proj-${'aB3dE5gH7j'.repeat(5)}`

describe('check', () => {
  it('judges a pair, with an exit code for CI', async () => {
    const red = await custos(['check', '--prompt', 'the key?', '--response', leak])
    expect([red.code, red.stdout]).toEqual([
      1,
      expect.stringMatching(/^red +0\.\d\d {2}Secret in the response\n$/),
    ])
    const green = await custos(['check', '--response', 'Fine, thanks.', '--json'])
    expect(green.code).toBe(0)
    expect(JSON.parse(green.stdout)).toMatchObject({ line: 1, color: 'green', violations: [] })
  })

  it('judges a file, names what it found and what it could not read', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'custos-')), 'answers.jsonl')
    const lines = [
      { prompt: 'a', response: 'Fine.' },
      { prompt: 'b', response: leak },
    ].map((each) => JSON.stringify(each))
    await writeFile(file, lines.join('\n'))
    const { code, stdout } = await custos(['check', file])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^line 2 {2}red .*\n1 green, 0 yellow, 1 red\n$/)
    await writeFile(file, `${lines[0]}\noops`)
    const bad = await custos(['check', file, '--json'])
    expect([bad.code, bad.stderr]).toEqual([1, 'line 2 is not JSON\n'])
  })
})

describe('usage', () => {
  it('lists the commands, and tells each with examples', async () => {
    const { code, stdout } = await custos([])
    expect(code).toBe(0)
    for (const name of ['check', 'replay', 'tail', 'runs', 'export', 'verify'])
      expect(stdout).toContain(`\n  ${name} `)
    const tail = await custos(['tail', '--help'])
    expect([tail.code, tail.stdout]).toEqual([0, expect.stringContaining('npx custos-labs tail')])
  })

  it.each([
    [['nothing'], 'There is no command "nothing"'],
    [['check', 'a', 'b'], 'Name one file'],
    [['check', '--fail-on', 'blue'], 'takes red or yellow'],
    [['runs', '--limit', 'x'], 'takes a number above 0'],
    [['tail', '--oops'], "Unknown option '--oops'"],
  ])('%j is wrong', async (args, message) => {
    const { code, stderr } = await custos(args)
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })
})

describe('against the platform', () => {
  let platform: Platform
  let env: { CUSTOS_DATA: string }
  beforeAll(async () => {
    platform = await startPlatform()
    env = { CUSTOS_DATA: platform.dataDir }
    const options = { backendUrl: platform.url, apiKey: platform.apiKey, enableHeartbeats: false }
    const g = guardian({ ...options, verdictTimeoutMs: 10_000 })
    for (const reply of ['one', 'two', leak]) await g.evaluate('Say it\u001b[31m', reply)
    await g.close()
  })
  afterAll(() => platform.stop())

  it('lists runs, exports one whole, and shows its beats', async () => {
    // The list is an index, a moment behind the runs themselves. [R8]
    const run = await vi.waitFor(async () => {
      const listed = await custos(['runs', '--json'], env)
      const first = JSON.parse(listed.stdout) as { id: string; stats: { beats: number } }
      expect([listed.code, first.stats.beats]).toEqual([0, 3])
      return first
    }, 20_000)
    expect((await custos(['runs'], env)).stdout).toContain(`${run.id}  `)

    const file = join(platform.dataDir, 'run.json')
    const written = await custos(['export', run.id, '--out', file], env)
    expect(written.code).toBe(0)
    const exported = jsonExportSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    const onScreen = await custos(['export'], env)
    expect(jsonExportSchema.parse(JSON.parse(onScreen.stdout)).entries).toEqual(exported.entries)

    const seen = await custos(['tail', '--after', '0', '--limit', '3'], env)
    expect(seen.code).toBe(0)
    expect(seen.stdout.split('\n')).toHaveLength(4)
    expect(seen.stdout).toContain('Secret in the response')
    expect(seen.stdout).not.toContain('\u001b')
    const json = await custos(['tail', run.id, '--after', '1', '--limit', '1', '--json'], env)
    expect(JSON.parse(json.stdout)).toMatchObject({ type: 'beat', seq: 2, response: 'two' })
  })

  it('says what a wrong run or server is', async () => {
    const missing = await custos(['export', 'run_none'], env)
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('answered 404')])
    const nowhere = await custos(['runs'], {
      CUSTOS_BACKEND_URL: 'http://127.0.0.1:9',
      CUSTOS_API_KEY: 'cus_test_x',
    })
    expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining("can't be reached")])
  })

  it('exports with a manifest of exactly that file, which verifies offline [X14]', async () => {
    const [file, manifest, keys] = ['run.ndjson', 'manifest.json', 'keys.json'].map((name) =>
      join(platform.dataDir, name),
    ) as [string, string, string]
    const written = await custos(['export', '--format', 'ndjson', '--out', file, '--manifest', manifest], env)
    expect([written.code, written.stderr]).toEqual([0, expect.stringContaining(manifest)])
    const published = await fetch(`${platform.url}/.well-known/custos-keys.json`)
    await writeFile(keys, await published.text())
    await platform.stop()
    const { code, stdout } = await custos(['verify', file, '--manifest', manifest, '--keys', keys])
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\(current\).*\b3 of them beats.*Intact\.\n$/s)])
  })
})
