import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { jsonExportSchema, type JsonExport } from '../protocol/export.ts'
import { AlignmentViolation, AuthenticationError, guardian, RunPausedError } from './index.ts'
import { runScript } from './testing/run-script.ts'
import { startPlatform, type Platform } from './testing/start-platform.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.stop())

const options = () => ({
  backendUrl: platform.url,
  apiKey: platform.apiKey,
  enableHeartbeats: false,
  verdictTimeoutMs: 10_000,
  logger: null,
})

async function call(path: string, method: 'GET' | 'POST'): Promise<unknown> {
  const headers = { authorization: `Token ${platform.userToken}`, accept: 'application/json' }
  const answer = await fetch(platform.url + path, { method, headers })
  expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true)
  return answer.json()
}

/** Ends the current run, so that each test has one of its own, and gives back what it held. */
async function endAndExport(): Promise<JsonExport> {
  const runId = (await guardian(options()).heartbeat())?.run_id ?? ''
  await call(`/simulator/runs/${runId}/end/`, 'POST')
  const exported = await call(`/simulator/export/${runId}/?format=json`, 'GET')
  return jsonExportSchema.parse(exported)
}

const beatsOf = (exported: JsonExport) => exported.entries.filter((entry) => entry.type === 'beat')

it('replays thousands of exchanges, which come out of the export complete and in order [B7] [G3]', async () => {
  const exchanges = Array.from({ length: 3000 }, (_, index) => ({
    prompt: index % 9 === 0 ? null : `Which size fits a ${index} mm foot, s'il vous plaît? 👟`,
    response: index % 11 === 0 && index % 9 !== 0 ? null : `Size ${index % 50}.\nTry it on.`,
  }))
  const lines = exchanges.map((exchange) => JSON.stringify({ ...exchange, label: false }))
  const file = join(platform.dataDir, 'day.jsonl.gz')
  await writeFile(file, gzipSync([...lines, '{"prompt":'].join('\n')))
  const { code, stdout } = await runScript('cli/replay.ts', [file], { CUSTOS_DATA: platform.dataDir })
  expect(stdout).toContain('line 3001 is not JSON: skipped')
  expect(stdout).toContain('3,000 sent · 1 skipped')
  expect(code).toBe(0)
  const exported = await endAndExport()
  expect(beatsOf(exported).map(({ prompt, response }) => ({ prompt, response }))).toEqual(exchanges)
  expect(exported.entries.map(({ seq }) => seq)).toEqual(exported.entries.map((_, index) => index + 1))
  expect(exported.beats).toBe(3000)
})

it('plays the demo: green, yellow, red and a flatline, each blocked call with its amendment [E7]', async () => {
  const { code, stdout } = await runScript('cli/demo.ts', ['--fast'], { CUSTOS_DATA: platform.dataDir })
  expect(code).toBe(0)
  const exported = await endAndExport()
  const beats = beatsOf(exported)
  expect(stdout).toContain(`${beats.length} sent`)
  expect(new Set(beats.map(({ color }) => color))).toEqual(new Set(['green', 'yellow', 'red']))
  expect(exported.run.stats.flatlines).toBeGreaterThan(0)
  const blocked = beats.filter(({ color }) => color === 'red').map(({ seq }) => seq)
  const actions = exported.entries.filter((entry) => entry.type === 'amendment')
  expect(actions.map(({ beat_seq, data }) => [beat_seq, data?.['action']])).toEqual(
    blocked.map((seq) => [seq, 'raised']),
  )
})

it('raises for a leaked key, which never reaches the server', async () => {
  const key = `cus_test_${'k3Jd9fQ2'.repeat(5)}abc`
  const g = guardian(options())
  const error = await g(() => `Use ${key}`)().catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(AlignmentViolation)
  expect((error as AlignmentViolation).result).toMatchObject({ color: 'red', source: 'edge' })
  await g.close()
  const exported = await endAndExport()
  expect(beatsOf(exported)[0]?.reported).toMatchObject({ redactions: { custos_key: 1 } })
  expect(JSON.stringify(exported)).not.toContain(key)
})

it('has prompts, and greens that are left out, judged by the server without a beat of theirs [B17]', async () => {
  const model = vi.fn(() => 'Fine, thanks.')
  const g = guardian({ ...options(), checkPrompt: true, sampleRate: 0 })
  expect(await g(model)()).toBe('Fine, thanks.')
  const leak = `Your key is sk-proj-${'aB3dE5gH7j'.repeat(5)}`
  await expect(g(() => leak)()).rejects.toThrow(AlignmentViolation)
  await g.close()
  const beats = beatsOf(await endAndExport())
  expect(beats.map(({ color }) => color)).toEqual(['red'])
})

it("stops at an operator's pause and goes on after it [R6]", async () => {
  const model = vi.fn(() => 'Fine, thanks.')
  const g = guardian(options())
  const safe = g(model)
  expect(await safe()).toBe('Fine, thanks.')
  const runId = (await g.heartbeat())?.run_id
  await call(`/simulator/runs/${runId}/pause/`, 'POST')
  await g.heartbeat()
  await expect(safe()).rejects.toThrow(RunPausedError)
  expect(model).toHaveBeenCalledTimes(1)
  await call(`/simulator/runs/${runId}/resume/`, 'POST')
  await g.heartbeat()
  expect(await safe()).toBe('Fine, thanks.')
})

it('is told of a wrong key [A2]', async () => {
  const apiKey = `cus_live_${'x'.repeat(43)}`
  await expect(guardian({ ...options(), apiKey }).evaluate('a', 'b')).rejects.toThrow(AuthenticationError)
})
