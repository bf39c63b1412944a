import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { currentRun } from '../e2e/support/log.ts'
import { discard, startServer } from '../e2e/support/server.ts'
import { bareScan } from './measure/bare-scan.ts'
import { startControl } from './measure/control-server.ts'
import { load } from './measure/load.ts'
import { quantile } from './measure/post-to-viewer.ts'
import { poster, type Poster } from './measure/poster.ts'
import { rawViewer, type RawViewer } from './measure/raw-viewer.ts'

/**
 * `npm run bench:run`: what the object of a run does, each figure beside a control that is the least object
 * that could do it. The beats are short, so that evaluating them, which `npm run bench` measures, is small.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    viewers: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(
    'Usage: npm run bench:run [-- --seconds N] [--viewers N]\n\n' +
      'Append, fan-out, memory a viewer, replay and flush of one run, each beside the least object that could do it.\n\n' +
      '  --seconds N   how long each load runs (default 5)\n' +
      '  --viewers N   viewers of the largest fan-out (default 2000)\n\n' +
      'Takes about three minutes on a quiet machine. Set TMPDIR to choose the disk.',
  )
  process.exit(0)
}
const seconds = Number(values.seconds ?? 5)
const mostViewers = Number(values.viewers ?? 2000)
const exchange = { prompt: 'Where is my order?', response: 'It is on its way.' }
const batchOf = (count: number) => JSON.stringify({ beats: Array.from({ length: count }, () => exchange) })

const dataDir = await mkdtemp(`${tmpdir()}/custos-bench-`)
console.log(
  `${cpus()[0]?.model ?? '?'}, ${cpus().length} cores, Node ${process.version}, data in ${tmpdir()}\n`,
)
console.log(`${''.padEnd(40)}${'control'.padStart(12)}${'Custos'.padStart(12)}`)
const control = await startControl(dataDir)
const server = await startServer()
/** Does something with a poster of its own. */
async function posting<T>(work: (poster: Poster) => Promise<T>): Promise<T> {
  const fresh = poster()
  try {
    return await work(fresh)
  } finally {
    fresh.close()
  }
}
const toCustos = ({ post }: Poster, path: string, body: string) =>
  post(`${server.url}${path}`, body, server.keyAuth)
const toControl = ({ post }: Poster, body: string) => post(`${control.url}/object`, body)
try {
  // First, since a server collects the garbage of a load at once, minutes later as well.
  progress('timing posts')
  await delays(await liveAddresses())
  progress('appending')
  await appends()
  await settled()
  const live = await liveAddresses()
  for (const count of [1, 100, mostViewers]) {
    progress(`telling ${count} viewers`)
    await fanOut(live, count)
  }
  progress('replaying')
  await replay()
  progress('flushing')
  await flushRate()
} finally {
  await control.stop()
  await discard(server)
  await rm(dataDir, { recursive: true, force: true })
}

/** Where the viewers of the key's open run connect. */
async function liveAddresses(): Promise<{ control: string; custos: string }> {
  await posting((own) => toCustos(own, '/simulator/logs/', JSON.stringify(exchange)))
  const run = await currentRun(server)
  return {
    control: `${control.url}/live`,
    custos: `${server.url}/ws/simulator/${run.id}/?token=${server.user_token}`,
  }
}

/** Waits until D1 has all that was appended, which a reader waits for: else it would be measured along. */
async function settled(): Promise<void> {
  const run = await currentRun(server)
  await fetch(`${server.url}/simulator/logs/${run.id}/?limit=1`, { headers: server.keyAuth })
}

async function appends(): Promise<void> {
  const single = [JSON.stringify(exchange)]
  const bare = await load(`${control.url}/object`, {}, single, seconds)
  const ours = await load(`${server.url}/simulator/logs/`, server.keyAuth, single, seconds)
  row('single append, requests/s', bare.requests, ours.requests)
  for (const count of [100, 500]) {
    const body = [batchOf(count)]
    const bareBatch = await load(`${control.url}/object`, {}, body, seconds, 8)
    const oursBatch = await load(`${server.url}/simulator/logs/batch/`, server.keyAuth, body, seconds, 8)
    row(`batches of ${count}, beats/s`, bareBatch.requests * count, oursBatch.requests * count)
  }
}

/** Frames a second to all viewers, and what one of them takes in memory. */
async function fanOut(live: { control: string; custos: string }, count: number): Promise<void> {
  const bodies = Math.max(20, Math.min(400, Math.round(40_000 / count)))
  const own = await fanOutOf(live.custos, count, bodies, (to) =>
    toCustos(to, '/simulator/logs/', JSON.stringify(exchange)),
  )
  // The control sends frames as long as ours.
  const padded = JSON.stringify({ text: 'x'.repeat(Math.max(1, Math.round(own.frameBytes) - 11)) })
  const bare = await fanOutOf(live.control, count, bodies, (to) => toControl(to, padded))
  row(`fan-out to ${count}, frames/s`, bare.rate, own.rate)
  if (count >= 1000) row(`  memory a viewer, KiB`, bare.kib, own.kib)
}

async function fanOutOf(url: string, count: number, bodies: number, send: (to: Poster) => Promise<void>) {
  await sleep(1500)
  const before = serverKib()
  const viewers: RawViewer[] = []
  for (let i = 0; i < count; i += 50) {
    const some = Array.from({ length: Math.min(50, count - i) }, () => rawViewer(url))
    viewers.push(...(await Promise.all(some)))
  }
  await sleep(500)
  const kib = (serverKib() - before) / count
  const greeted = viewers.map((viewer) => ({ frames: viewer.frames, bytes: viewer.bytes }))
  const done = () => viewers.every((viewer, i) => viewer.frames >= (greeted[i]?.frames ?? 0) + bodies)
  const start = performance.now()
  await posting(async (to) => {
    const ahead = new Set<Promise<void>>()
    for (let i = 0; i < bodies; i++) {
      const sent: Promise<void> = send(to).finally(() => ahead.delete(sent))
      ahead.add(sent)
      if (ahead.size >= 4) await Promise.race(ahead)
    }
    await Promise.all(ahead)
  })
  while (!done()) await sleep(1)
  const took = (performance.now() - start) / 1000
  const frameBytes = ((viewers[0]?.bytes ?? 0) - (greeted[0]?.bytes ?? 0)) / bodies
  for (const viewer of viewers) viewer.close()
  return { rate: (count * bodies) / took, kib, frameBytes }
}

/** A beat that can be told from all others at the viewers. */
function marked(i: number): string {
  return JSON.stringify({ ...exchange, response: `mark-${i}-end` })
}

/** From the post to the frame at every viewer: 50 beats a second, 200 viewers. */
async function delays(live: { control: string; custos: string }): Promise<void> {
  const bare = await delaysOf(live.control, (to, i) => toControl(to, marked(i)))
  const own = await delaysOf(live.custos, (to, i) => toCustos(to, '/simulator/logs/', marked(i)))
  row('post to 200 viewers at 50/s, p50 ms', bare.p50, own.p50, 1)
  row('post to 200 viewers at 50/s, p99 ms', bare.p99, own.p99, 1)
}

async function delaysOf(url: string, send: (to: Poster, i: number) => Promise<void>) {
  const viewers = await Promise.all(Array.from({ length: 200 }, () => rawViewer(url, true)))
  const sentAt: number[] = []
  await posting(async (to) => {
    const posts: Promise<void>[] = []
    // The first five seconds are not counted: code is compiled then, at the server and here.
    const warming = 250
    const start = performance.now()
    for (let i = -warming; i < 50 * seconds; i++) {
      await sleep(Math.max(0, start + (i + warming) * 20 - performance.now()))
      if (i >= 0) sentAt.push(performance.now())
      posts.push(send(to, i))
    }
    await Promise.all(posts)
  })
  await sleep(1000)
  const times = viewers.flatMap(({ seen }) =>
    sentAt.flatMap((at, i) => {
      const came = seen.get(`mark-${i}-end`)
      return came === undefined ? [] : [came - at]
    }),
  )
  if (times.length < sentAt.length * viewers.length) throw new Error('Frames were lost')
  for (const viewer of viewers) viewer.close()
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

/** 10,000 beats to a viewer that comes with `after=0`, from a fresh run. */
async function replay(): Promise<void> {
  const run = await currentRun(server)
  await fetch(`${server.url}/simulator/runs/${run.id}/end/`, { method: 'POST', headers: server.userAuth })
  await posting(async (to) => {
    for (let i = 0; i < 20; i++) await toCustos(to, '/simulator/logs/batch/', batchOf(500))
  })
  const fresh = await currentRun(server)
  await settled()
  const url = `${server.url}/ws/simulator/${fresh.id}/?token=${server.user_token}&after=0`
  const own = await replayOf(url, 10_001)
  const bare = await replayOf(`${control.url}/live?after=0`, 10_000)
  row('replay of 10,000, entries/s', bare, own)
}

async function replayOf(url: string, frames: number): Promise<number> {
  const start = performance.now()
  const viewer = await rawViewer(url)
  while (viewer.frames < frames) await sleep(1)
  const took = (performance.now() - start) / 1000
  viewer.close()
  return 10_000 / took
}

/**
 * Rows a second to D1 once a long outbox is waited for, beside as many rows as long put there without anything
 * around. What D1 has is counted in its file.
 */
async function flushRate(): Promise<void> {
  const rows = 20_000
  const run = await currentRun(server)
  await posting(async (to) => {
    for (let i = 0; i < rows / 500; i++) await toCustos(to, '/simulator/logs/batch/', batchOf(500))
  })
  const had = bareScan(server.dataDir, run.id).rows
  const start = performance.now()
  await fetch(`${server.url}/simulator/logs/${run.id}/?limit=1`, { headers: server.keyAuth })
  const waited = (performance.now() - start) / 1000
  const came = bareScan(server.dataDir, run.id).rows - had
  const bareStart = performance.now()
  const body = JSON.stringify({ rows, body: 'x'.repeat(1100) })
  await posting((to) => to.post(`${control.url}/flush`, body))
  // A log that had almost caught up tells no rate.
  const own = came >= 500 ? came / waited : NaN
  row('flush to D1, rows/s', (rows * 1000) / (performance.now() - bareStart), own)
  console.log(
    `  a reader after ${rows.toLocaleString('en')} beats waited ${waited.toFixed(2)} s for the ${came.toLocaleString('en')} that were not there yet`,
  )
}

/** Tells a person at a terminal what is going on; not part of the figures. */
function progress(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${what} …\n`)
}

/** Resident memory of all workerd processes of this benchmark, KiB. */
function serverKib(): number {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,comm='], { encoding: 'utf8' })
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/))
  const kin = new Set([String(process.pid)])
  for (let grown = true; grown;) {
    grown = false
    for (const [pid = '', parent = ''] of lines) {
      if (kin.has(parent) && !kin.has(pid)) grown = Boolean(kin.add(pid))
    }
  }
  return lines.reduce(
    (sum, [pid = '', , rss, name]) => sum + (kin.has(pid) && name === 'workerd' ? Number(rss) : 0),
    0,
  )
}

function row(name: string, bare: number, ours: number, digits = 0): void {
  const text = (value: number) =>
    Number.isNaN(value) ? '' : value.toLocaleString('en', { maximumFractionDigits: digits })
  const share = Number.isNaN(ours) ? '' : `   ${Math.round((100 * ours) / bare)} %`
  console.log(`${name.padEnd(40)}${text(bare).padStart(12)}${text(ours).padStart(12)}${share}`)
}
