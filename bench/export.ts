import { readFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { currentRun } from '../e2e/support/log.ts'
import { discard, startServer } from '../e2e/support/server.ts'
import { verifyExport } from '../evidence/verify-export.ts'
import { bareScan } from './measure/bare-scan.ts'
import { peakMemory } from './measure/peak-memory.ts'

/**
 * `npm run bench:export`: every format of one growing run, and the check of it, beside a bare scan of the same
 * rows. Memory is that of all of workerd: Worker, object and database in one process.
 */
const { values } = parseArgs({
  options: { beats: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
})
if (values.help) {
  console.log(
    'Usage: npm run bench:export [-- --beats 1000,100000,1000000]\n\nDefault 1000,10000,100000. A million takes a while to record.',
  )
  process.exit(0)
}
const sizes = (values.beats ?? '1000,10000,100000').split(',').map(Number)
/** Beyond, a PDF holds no rows. */
const pdfMost = 10_000

const server = await startServer()
const { server: pid } = z
  .object({ server: z.int() })
  .parse(JSON.parse(await readFile(`${server.dataDir}/server.lock`, 'utf8')))
console.log(`${cpus()[0]?.model ?? '?'}, ${cpus().length} cores, Node ${process.version}\n`)
try {
  let recorded = 0
  for (const size of sizes) {
    await settle()
    while (recorded < size) recorded += await record(Math.min(500, size - recorded))
    const run = await currentRun(server)
    const path = `/simulator/export/${run.id}/`
    // Once unmeasured: the log flushes, and code compiles.
    await read(`${path}?format=ndjson`)
    const scan = bareScan(server.dataDir, run.id)
    console.log(`${size.toLocaleString('en')} beats${''.padEnd(28)}s    MB out    MB rest    MB peak`)
    console.log(`  ${'bare scan'.padEnd(24)}${scan.seconds.toFixed(2).padStart(12)}`)
    const formats = size <= pdfMost ? ['json', 'ndjson', 'csv', 'pdf'] : ['json', 'ndjson', 'csv']
    for (const format of formats) await measure(format, `${path}?format=${format}`)
    const start = performance.now()
    const check = await verifyExport(await open(`${path}?format=ndjson`))
    const seconds = ((performance.now() - start) / 1000).toFixed(2)
    console.log(
      `  ${'ndjson, and checked'.padEnd(24)}${seconds.padStart(12)}    ${check.intact ? 'intact' : check.reason}\n`,
    )
  }
} finally {
  await discard(server)
}

async function measure(name: string, path: string): Promise<void> {
  let [seconds, bytes] = [0, 0]
  const { beforeMb, peakMb } = await peakMemory(pid, async () => {
    const start = performance.now()
    bytes = await read(path)
    seconds = (performance.now() - start) / 1000
  })
  const cells = [
    seconds.toFixed(2).padStart(12),
    (bytes / 1e6).toFixed(1),
    beforeMb.toFixed(0),
    peakMb.toFixed(0),
  ]
  console.log(`  ${name.padEnd(24)}${cells.map((cell) => cell.padStart(10)).join('')}`)
}

async function record(count: number): Promise<number> {
  const beats = Array.from({ length: count }, () => ({
    prompt: 'Where is my order?',
    response: 'It is on its way.',
  }))
  const headers = { ...server.keyAuth, 'Content-Type': 'application/json' }
  const body = JSON.stringify({ beats })
  const answer = await fetch(`${server.url}/simulator/logs/batch/`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
  return count
}

/** Connections that the server closed while this process was busy are noticed now, not by the next request. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 100))
}

async function open(path: string): Promise<AsyncIterable<Uint8Array>> {
  await settle()
  const answer = await fetch(`${server.url}${path}`, { headers: server.userAuth })
  if (!answer.ok || !answer.body) throw new Error(`${answer.status} ${await answer.text()}`)
  return answer.body
}

async function read(path: string): Promise<number> {
  let bytes = 0
  for await (const chunk of await open(path)) bytes += chunk.length
  return bytes
}
