import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { problemReply, startNullServer, type NullServer } from '../testing/null-server.ts'
import { runScript, type Ran } from '../testing/run-script.ts'

// Each test starts a Node or two.
vi.setConfig({ testTimeout: 60_000 })

let server: NullServer
let folder: string

beforeEach(async () => {
  server = await startNullServer()
  folder = await mkdtemp(join(tmpdir(), 'custos-'))
})
afterEach(() => server.close())

const env = () => ({ CUSTOS_BACKEND_URL: server.url, CUSTOS_API_KEY: 'cus_test_0123456789abcdef' })
const run = (script: string, args: string[]): Promise<Ran> => runScript(`cli/${script}.ts`, args, env())
const texts = (): unknown[] => server.beats.map(({ prompt, response }) => ({ prompt, response }))

async function fileOf(lines: readonly unknown[]): Promise<string> {
  const file = join(folder, 'day.jsonl.gz')
  await writeFile(
    file,
    gzipSync(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')),
  )
  return file
}

describe('replay', () => {
  const exchanges = Array.from({ length: 4500 }, (_, index) => ({
    prompt: index % 7 === 0 ? null : `question ${index}`,
    response: index % 5 === 0 && index % 7 !== 0 ? null : index % 100 === 1 ? 'red' : `answer ${index}`,
  }))

  it('plays thousands of lines in order, with nulls as nulls, and counts', async () => {
    const { code, stdout } = await run('replay', [await fileOf(exchanges)])
    expect(texts()).toEqual(exchanges)
    expect(stdout).toContain('4,500 sent · 4,455 green 0 yellow 45 red · 45 with violations · 0 flatlines')
    expect(code).toBe(0)
  })

  it('awaits each verdict at a given pace, and takes a blocked call in its stride', async () => {
    const given = [
      { prompt: 'a', response: 'red' },
      { prompt: 'b', response: null },
      { prompt: null, response: 'flatline' },
    ]
    const { code, stdout } = await run('replay', [await fileOf(given), '--rate', '200/s'])
    expect(texts()).toEqual(given)
    expect(server.beats.map((beat) => beat['enforcement'])).toContainEqual({
      mode: 'edge',
      on_violation: 'raise',
    })
    expect(stdout).toMatch(/3 sent · 1 green 0 yellow 2 red · 2 with violations · 1 flatline · 2 blocked/)
    expect(code).toBe(0)
  })

  it('names bad lines with their numbers and skips them', async () => {
    const file = await fileOf([
      { prompt: 'a', response: 'b' },
      'oops',
      '',
      { other: 1 },
      { prompt: 'c', response: 'd' },
    ])
    const { code, stdout } = await run('replay', [file])
    expect(stdout).toContain('line 2 is not JSON: skipped')
    expect(stdout).toContain('line 4 has neither prompt nor response: skipped')
    expect(stdout).toContain('2 sent · 2 skipped')
    expect(server.beats).toHaveLength(2)
    expect(code).toBe(0)
  })

  it('fails when something was not delivered', async () => {
    server.intercept = ({ path }) => (path.includes('batch') ? problemReply(400, 'invalid_body') : null)
    const { code, stdout } = await run('replay', [await fileOf([{ prompt: 'a', response: 'b' }])])
    expect(stdout).toContain('not delivered: 0 still waiting, 0 dropped, 1 refused')
    expect(code).toBe(1)
  })

  it('says what to do when there is no server, no file, or no argument', async () => {
    const file = await fileOf([])
    const nowhere = await runScript('cli/replay.ts', [file], { CUSTOS_DATA: folder })
    expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining('npm start')])
    const missing = await run('replay', ['none.jsonl'])
    expect([missing.code, missing.stderr]).toEqual([
      1,
      expect.stringMatching(/^\S*none\.jsonl is not there\. Check its name.*\n$/),
    ])
    const none = await run('replay', [])
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('Name one file.')])
    const help = await run('replay', ['--help'])
    expect([help.code, help.stdout]).toEqual([0, expect.stringContaining('--concurrency')])
    await server.close()
    const gone = await run('replay', [file])
    expect([gone.code, gone.stderr]).toEqual([1, expect.stringContaining('does not take beats')])
  })
})

describe('demo', () => {
  it('plays its day once, from a data folder that `npm start` left', async () => {
    const { CUSTOS_BACKEND_URL: url, CUSTOS_API_KEY: api_key } = env()
    await writeFile(
      join(folder, 'credentials.json'),
      JSON.stringify({ url, api_key, user_token: 'cus_user_x' }),
    )
    const { code, stdout } = await runScript('cli/demo.ts', ['--fast', '--once'], { CUSTOS_DATA: folder })
    expect(stdout).toContain(`${url}/simulator`)
    expect(stdout).toMatch(/\b105 sent\b/)
    expect(server.beats).toHaveLength(105)
    expect(code).toBe(0)
  })

  it('waits while an operator pauses the run, and loses no exchange', async () => {
    let beats = 0
    server.intercept = ({ body }) => {
      if (body['kind'] === 'heartbeat') server.runStatus = 'active'
      else if (++beats === 5) server.runStatus = 'paused'
      return null
    }
    const { code, stdout } = await run('demo', ['--fast'])
    expect(server.beats).toHaveLength(105)
    expect(code).toBe(0)
    expect(stdout).toMatch(/\b105 sent\b/)
  })

  it('ends in order on Ctrl-C, with its counts', async () => {
    const stopped = await runScript('cli/demo.ts', ['--loop'], env(), 'SIGINT')
    expect(stopped.stdout).toMatch(/\d+ sent · .* beats\/s/)
    expect(stopped.code).toBe(130)
  })
})

it('delivers what a program recorded that ends without a flush', async () => {
  const { code, stdout } = await runScript('testing/end-without-flush.ts', [], env())
  expect([code, stdout]).toEqual([0, 'ended\n'])
  expect(texts()).toEqual(
    Array.from({ length: 250 }, (_, index) => ({ prompt: `${index}`, response: `${index}!` })),
  )
})

it('says how many beats were lost when a program ends and the server is gone', async () => {
  await server.close()
  const { code, stderr } = await runScript('testing/end-without-flush.ts', [], {
    ...env(),
    CUSTOS_TIMEOUT: '0.5',
  })
  expect(code).toBe(0)
  expect(stderr).toContain('250 beats could not be delivered before the process ended.')
})
