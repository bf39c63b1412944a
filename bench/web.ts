import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../e2e/support/browser.ts'
import { currentRun, post } from '../e2e/support/log.ts'
import { makeLong } from '../e2e/support/long-run.ts'
import { discard, startServer, type TestServer } from '../e2e/support/server.ts'
import { openBarePage } from './web/bare-page.ts'
import { type MainThread, watchMainThread } from './web/main-thread.ts'
import { type Frames, heapMb, watchFrames, whenDrawn } from './web/probe.ts'

/** `npm run bench:web`: what the page weighs and how fast it is, beside a page of uPlot alone with the same points. */
const { values } = parseArgs({
  options: {
    beats: { type: 'string', default: '100000,1000000' },
    seconds: { type: 'string', default: '5' },
    hour: { type: 'string', default: '36000' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(
    'Usage: npm run bench:web [-- --beats 100000,1000000 --seconds 5 --hour 36000]\n\n--hour: beats of the hour whose memory is measured (10 a second).',
  )
  process.exit(0)
}
const sizes = values.beats.split(',').map(Number)
const ms = Number(values.seconds) * 1000
const viewport = { width: 1440, height: 900 }

let server = await startServer()
const browser = await openBrowser()
console.log(`${cpus()[0]?.model ?? '?'}, ${cpus().length} cores, ${browser.version()}\n`)
try {
  // Under a POSIX locale uPlot alone would not even load; the page knows how to (`app/sound-locale.ts`).
  const context = await browser.newContext({ viewport, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(server.sign_in_url)
  await page.getByText('Waiting for the first beat').waitFor()
  const beat = { prompt: 'Where is my order?', response: 'It is on its way.' }
  await post(server, beat)
  const run = await currentRun(server)
  await page.close()
  await weigh(context, `${server.url}/simulator`, 'first load, list of runs')
  await weigh(context, `${server.url}/simulator/runs/${run.id}`, 'first load, a run')
  await measureMoving(context, `${server.url}/simulator/runs/${run.id}`)
  await measureLive(context, run.id)
  for (const size of sizes) server = await measureLong(context, run.id, size)
} finally {
  await browser.close()
  await discard(server)
}

function tell(name: string, ...cells: string[]): void {
  console.log(`${name.padEnd(44)}${cells.join('   ')}`)
}

/** What comes over the wire before a page stands, gzipped as a server in front would. */
async function weigh(context: BrowserContext, url: string, name: string): Promise<void> {
  const page = await context.newPage()
  let bytes = 0
  const reading: Promise<void>[] = []
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (!/html|javascript|css/.test(type)) return
    reading.push(response.body().then((body) => void (bytes += gzipSync(body).length)))
  })
  await page.goto(url, { waitUntil: 'networkidle' }).catch(() => undefined)
  await Promise.all(reading)
  tell(name, `${(bytes / 1024).toFixed(1)} KB gzipped`)
  await page.close()
}

/** From navigation until a beat that came meanwhile stands in the feed. */
async function measureMoving(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage()
  const began = performance.now()
  await page.goto(url)
  await page.locator('.feed-item').first().waitFor()
  tell('a run of one beat, until its trace stands', `${(performance.now() - began).toFixed(0)} ms`)
  await page.close()
}

/** Fifty beats a second while somebody watches, and then an hour's worth of them. */
async function measureLive(context: BrowserContext, runId: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${server.url}/simulator/runs/${runId}`)
  await page.getByText('Live', { exact: true }).waitFor()
  const before = await heapMb(page)
  const stop = new AbortController()
  const posted = (async () => {
    while (!stop.signal.aborted) {
      const began = performance.now()
      await postMany(5)
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 100 - (performance.now() - began))))
    }
  })()
  const watched = await watch(page, ms * 2, 'none')
  stop.abort()
  await posted
  tell('50 beats a second', ...watched)
  const count = Number(values.hour)
  for (let sent = 0; sent < count; sent += 500) await postMany(500)
  const { last_seq } = await currentRun(server)
  await page.getByText(`#${last_seq}`).first().waitFor()
  tell(
    `memory, with ${count.toLocaleString('en')} beats come by line`,
    `${before.toFixed(0)} → ${(await heapMb(page)).toFixed(0)} MB`,
  )
  await page.close()
}

async function postMany(count: number): Promise<void> {
  const beats = Array.from({ length: count }, () => ({
    prompt: 'Where is my order?',
    response: 'It is on its way.',
  }))
  const send = () => post(server, { beats }, '/simulator/logs/batch/')
  // A connection that lay idle may be closed under our hands: once more on a fresh one.
  await (await send().catch(send)).arrayBuffer()
}

/** A long run, opened for the first time and once more, panned; and uPlot alone with as many points. */
async function measureLong(context: BrowserContext, runId: string, size: number): Promise<TestServer> {
  await server.stop()
  makeLong(server.dataDir, runId, size)
  const again = await startServer({ dataDir: server.dataDir, port: server.port })
  console.log(`\n${size.toLocaleString('en')} beats`)
  for (const name of ['opened for the first time', 'opened again']) {
    const page = await context.newPage()
    await page.goto(`${again.url}/simulator/runs/${runId}?span=all`)
    const drawn = await page.evaluate(whenDrawn)
    const data = await page.evaluate(() =>
      Math.min(
        ...performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.includes('/trace/'))
          .map((entry) => (entry as PerformanceResourceTiming).responseEnd),
      ),
    )
    tell(
      `  ${name}: drawn`,
      `${drawn.toFixed(0)} ms after navigation, ${(drawn - data).toFixed(0)} ms after the data`,
    )
    await page.close()
  }
  const page = await context.newPage()
  await page.goto(`${again.url}/simulator/runs/${runId}?span=all`)
  await page.evaluate(whenDrawn)
  await page.waitForTimeout(1500)
  tell('  panned, all of it', ...(await watch(page, ms, 'pan')))
  tell('  memory', `${(await heapMb(page)).toFixed(0)} MB`)
  await page.close()
  await measureBare(await context.newPage(), Math.min(size, 1_000_000))
  return again
}

async function measureBare(page: Page, size: number): Promise<void> {
  const drawn = await openBarePage(page, size)
  tell('  uPlot alone: drawn', `${drawn.toFixed(0)} ms after the data`)
  tell('  uPlot alone: panned', ...(await watch(page, ms, 'pan')))
  tell('  uPlot alone: memory', `${(await heapMb(page)).toFixed(0)} MB`)
  await page.close()
}

async function watch(page: Page, forMs: number, step: string): Promise<string[]> {
  const { result, thread } = await watchMainThread(browser, () =>
    page.evaluate(watchFrames, { ms: forMs, step }),
  )
  return wordsOf(result, thread, (result.perSecond * forMs) / 1000)
}

function wordsOf(
  { perSecond, worstMs, longTasks, longestMs }: Frames,
  thread: MainThread,
  frames: number,
): string[] {
  return [
    `${perSecond.toFixed(0)} frames a second`,
    `worst ${worstMs.toFixed(0)} ms`,
    `${longTasks} tasks over 50 ms${longTasks > 0 ? `, longest ${longestMs.toFixed(0)} ms` : ''}`,
    `main thread ${(thread.busyMs / frames).toFixed(1)} ms of CPU a frame, longest task ${thread.longestMs.toFixed(0)}`,
  ]
}
