import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { currentRun, exportRun } from './support/log.ts'
import { discard, startServer, type TestServer } from './support/server.ts'

const run = promisify(execFile)

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => discard(server))

/** Runs one of the package's commands against the server. */
function command(file: string, ...args: string[]) {
  const env = { ...process.env, CUSTOS_DATA: server.dataDir, CUSTOS_BACKEND_URL: '', CUSTOS_API_KEY: '' }
  return run(process.execPath, [`sdk/cli/${file}`, ...args], { env })
}

it('the demo turns the trace yellow and red, flatlines once and recovers', async () => {
  await command('demo.ts', '--fast')
  const { status, stats } = await currentRun(server)
  expect(status).toBe('misaligned')
  expect(stats.beats).toBeGreaterThan(90)
  expect(stats.flatlines).toBe(1)
  expect(stats.by_color.yellow).toBeGreaterThan(0)
  expect(stats.by_color.red).toBeGreaterThan(1)
  expect(stats.by_color.green).toBeGreaterThan(60)
  const beats = (await exportRun(server, (await currentRun(server)).id)).entries.filter(
    (entry) => entry.type === 'beat',
  )
  expect(beats.at(-1)).toMatchObject({ color: 'green', flatline: false })
}, 120_000)

it('a replay of thousands of lines comes out complete and in order, its bad lines named', async () => {
  const before = (await currentRun(server)).last_seq
  const folder = await mkdtemp(`${tmpdir()}/custos-replay-`)
  const texts = Array.from({ length: 3000 }, (_, i) => `Where is order ${i}? It was placed on a quiet day.`)
  const lines = texts.map((prompt, i) => JSON.stringify({ prompt, response: `It arrives in ${i % 7} days.` }))
  lines.splice(1234, 0, '{"prompt": "half a line')
  await writeFile(`${folder}/day.jsonl.gz`, gzipSync(lines.join('\n')))
  const { stdout, stderr } = await command('replay.ts', `${folder}/day.jsonl.gz`)
  await rm(folder, { recursive: true })
  expect(stdout + stderr).toMatch(/1,?235/)
  const { entries } = await exportRun(server, (await currentRun(server)).id)
  const beats = entries.flatMap((entry) => (entry.seq > before && entry.type === 'beat' ? [entry] : []))
  expect(beats.map((beat) => beat.prompt)).toEqual(texts)
  expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, i) => i + 1))
}, 120_000)
