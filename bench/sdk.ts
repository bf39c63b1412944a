import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'

/**
 * `npm run bench:sdk`: what wrapping a call costs, for Custos in each of its modes and for two other SDKs around the
 * same call, all against the same server that does nothing.
 */
const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } })
if (values.help) {
  console.log(`Usage: npm run bench:sdk

Each SDK runs in processes of its own, one after the other; about two minutes. Langfuse's needs an older OpenTelemetry
than the current one, and is installed in bench/sdk/langfuse when it is not there.`)
  process.exit(0)
}

const here = (path: string): string => fileURLToPath(new URL(`sdk/${path}`, import.meta.url))
const run = promisify(execFile)
if (!existsSync(here('langfuse/node_modules'))) {
  console.log('Installing Langfuse in bench/sdk/langfuse …')
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here('langfuse') })
}

const contenders: [name: string, title: string][] = [
  ['monitor', 'Custos, monitor'],
  ['unredacted', 'Custos, monitor, redact: false'],
  ['local', 'Custos, local'],
  ['edge', 'Custos, edge (waits)'],
  ['fetch', 'a bare fetch of the same'],
  ['opentelemetry', 'OpenTelemetry SDK 3.1'],
  ['langfuse', 'Langfuse 5.11'],
]
/** As many as the memory scenario records, for those whose queue is 2,048 by default and then drops. */
const env = { ...process.env, OTEL_BSP_MAX_QUEUE_SIZE: '100000' }

const server = spawn(process.execPath, [here('null-server.ts')], { stdio: ['ignore', 'pipe', 'inherit'] })
const [url] = (await once(createInterface(server.stdout), 'line')) as [string]
try {
  console.log(`${cpus()[0]?.model ?? '?'}, ${cpus().length} cores, Node ${process.version}\n`)
  console.log(
    row('', ['µs added a call', 'µs of CPU a call', 'MB at 100,000', 'lost: end', 'flush', 'exit()']),
  )
  for (const [name, title] of contenders) console.log(row(title, await figuresOf(name)))
} finally {
  server.kill()
}

async function figuresOf(name: string): Promise<string[]> {
  const { addedUs, cpuUs } = await measure(name, 'calls')
  const shown = [addedUs, cpuUs].map((us) => (us ?? NaN).toFixed(1))
  // Who waits for an answer queues nothing, and has nothing left to lose.
  if (name === 'edge' || name === 'fetch') return [...shown, '–', '–', '–', '–']
  await fetch(`${url}/hold`)
  const { heapMb } = await measure(name, 'memory')
  await fetch(`${url}/release`)
  const lost: string[] = []
  for (const scenario of ['end-clean', 'end-flush', 'end-exit']) {
    await count()
    await measure(name, scenario)
    lost.push(String(2000 - (await count())))
  }
  return [...shown, (heapMb ?? NaN).toFixed(0), ...lost]
}

async function measure(name: string, scenario: string): Promise<Record<string, number>> {
  const args = ['--expose-gc', here('run.ts'), name, scenario, url]
  const { stdout } = await run(process.execPath, args, { env })
  return JSON.parse(stdout || '{}') as Record<string, number>
}

/** What the server has taken since it was last asked. */
async function count(): Promise<number> {
  return Number(await (await fetch(`${url}/count`)).text())
}

function row(title: string, cells: string[]): string {
  return title.padEnd(32) + cells.map((cell) => cell.padStart(18)).join('')
}
