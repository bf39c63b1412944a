import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { currentRun } from '../e2e/support/log.ts'
import { discard, startServer } from '../e2e/support/server.ts'
import { evaluate } from '../guardian/index.ts'
import { startControl } from './measure/control-server.ts'
import { demoExchanges } from './measure/exchanges.ts'
import { load, type LoadResult } from './measure/load.ts'
import { postToViewer, quantile } from './measure/post-to-viewer.ts'

/** `npm run bench`: the way of a beat, each figure beside what the bare platform does in the same run. */
const { values } = parseArgs({
  options: { seconds: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
})
if (values.help) {
  console.log(
    'Usage: npm run bench [-- --seconds N]\n\nN: how long each load runs (default 8). Takes about a minute.',
  )
  process.exit(0)
}
const seconds = Number(values.seconds ?? 8)
const exchanges = demoExchanges()
const single = exchanges.map((exchange) => JSON.stringify(exchange))
const batch = JSON.stringify({
  beats: Array.from({ length: 100 }, (_, i) => exchanges[i % exchanges.length]),
})

const dataDir = await mkdtemp(`${tmpdir()}/custos-bench-`)
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}, ${seconds} s a load\n`,
)
const control = await startControl(dataDir)
const server = await startServer()
try {
  const auth = server.keyAuth
  const route = await load(`${control.url}/route`, {}, single, seconds)
  const object = await load(`${control.url}/object`, {}, single, seconds)
  const beats = await load(`${server.url}/simulator/logs/`, auth, single, seconds)
  show('single posts', [
    ['bare route', route, 1],
    ['bare object, one row', object, 1],
    [`Custos, whole way (${percent(beats, object)} of the object)`, beats, 1],
  ])
  const objectBatch = await load(`${control.url}/object`, {}, [batch], seconds, 8)
  const beatsBatch = await load(`${server.url}/simulator/logs/batch/`, auth, [batch], seconds, 8)
  show('batches of 100', [
    ['bare object, 100 rows', objectBatch, 100],
    ['Custos, whole way', beatsBatch, 100],
  ])
  await delays()
  verdicts()
} finally {
  await control.stop()
  await discard(server)
  await rm(dataDir, { recursive: true, force: true })
}

async function delays(): Promise<void> {
  const run = await currentRun(server)
  const bare = await postToViewer(
    `${control.url.replace('http', 'ws')}/live`,
    (body) => fetch(`${control.url}/object`, { method: 'POST', body }),
    (mark) => JSON.stringify({ prompt: 'Where is my order?', response: mark }),
    250,
    50,
  )
  const custos = await postToViewer(
    `${server.url.replace('http', 'ws')}/ws/simulator/${run.id}/?token=${server.user_token}`,
    (body) => fetch(`${server.url}/simulator/logs/`, { method: 'POST', body, headers: server.keyAuth }),
    (mark) => JSON.stringify({ prompt: 'Where is my order?', response: mark }),
    250,
    50,
  )
  console.log('post to viewer, 50 a second     p50 ms    p99 ms')
  for (const [name, result] of [
    ['bare object', bare],
    ['Custos', custos],
  ] as const) {
    console.log(
      `  ${name.padEnd(28)}${result.p50Ms.toFixed(1).padStart(8)}${result.p99Ms.toFixed(1).padStart(10)}   (${result.seen} seen)`,
    )
  }
}

function verdicts(): void {
  for (const exchange of exchanges) evaluate(exchange)
  const times: number[] = []
  for (let round = 0; round < 20; round++) {
    for (const exchange of exchanges) {
      const start = performance.now()
      evaluate(exchange)
      times.push((performance.now() - start) * 1000)
    }
  }
  console.log(
    `\nverdict, µs a pair: p50 ${quantile(times, 0.5).toFixed(0)}, p99 ${quantile(times, 0.99).toFixed(0)}`,
  )
}

function show(title: string, rows: [string, LoadResult, number][]): void {
  console.log(`${title.padEnd(48)}beats/s    p50 ms    p99 ms    failed`)
  for (const [name, result, beatsEach] of rows) {
    const rate = Math.round(result.requests * beatsEach).toLocaleString('en')
    const times = `${result.p50Ms.toFixed(1).padStart(10)}${result.p99Ms.toFixed(1).padStart(10)}`
    console.log(`  ${name.padEnd(44)}${rate.padStart(9)}${times}${String(result.failed).padStart(10)}`)
  }
  console.log('')
}

function percent(one: LoadResult, other: LoadResult): string {
  return `${Math.round((100 * one.requests) / other.requests)} %`
}
