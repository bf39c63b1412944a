import { setImmediate as breathe } from 'node:timers/promises'
import type { Contender, Entry, Model } from './contender.ts'

/**
 * One contender in a process of its own: `run.ts CONTENDER SCENARIO URL`. Says what it measured as a line of JSON.
 */
const entries: Record<string, () => Promise<Entry>> = {
  monitor: async () => (await import('./custos.ts')).monitor,
  unredacted: async () => (await import('./custos.ts')).unredacted,
  local: async () => (await import('./custos.ts')).local,
  edge: async () => (await import('./custos.ts')).edge,
  fetch: async () => (await import('./bare-fetch.ts')).bareFetch,
  opentelemetry: async () => (await import('./opentelemetry.ts')).opentelemetry,
  langfuse: async () => {
    const { langfuse } = (await import(new URL('langfuse/contender.mjs', import.meta.url).href)) as {
      langfuse: Entry
    }
    return langfuse
  },
}

const [name = '', scenario = '', url = ''] = process.argv.slice(2)
const contender = await (await entries[name]?.())?.(url)
if (contender === undefined) throw new Error(`There is no contender ${name}`)

const prompts = Array.from(
  { length: 1000 },
  (_, i) => `Customer ${i} asks: ${'where is my order? '.repeat(4)}`,
)
const replies = prompts.map((_, i) => `Order ${i} is on its way. ${'It comes with the next van. '.repeat(6)}`)
const promptOf = (i: number): string => prompts[i % prompts.length] ?? ''
let turn = 0
const model: Model = async () => replies[turn++ % replies.length] ?? ''
const call = contender.wrap(model)

const say = (figures: Record<string, number>): void => console.log(JSON.stringify(figures))
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN

/** At the edge a call waits, and waiting counts. */
const waits = name === 'edge' || name === 'fetch'
const clock = waits ? () => performance.now() : threadMs

/** This thread's own time on the processor, in milliseconds: others that are at work do not count. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/**
 * Makes calls one after the other and gives the event loop a turn after each fifty, in which what waits may be sent.
 *
 * @returns milliseconds that the calls took, without those turns
 */
async function time(count: number, made: (prompt: string) => Promise<unknown>): Promise<number> {
  let ms = 0
  for (let done = 0; done < count; done += 50) {
    const startMs = clock()
    for (let i = done; i < done + 50; i++) await made(promptOf(i))
    ms += clock() - startMs
    await breathe()
  }
  return ms
}

async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** What a call takes longer, and what it costs the processor in all, delivery included. */
async function calls(contender: Contender, count: number): Promise<void> {
  await time(count, call)
  await contender.flush()
  const added: number[] = []
  const cpu: number[] = []
  for (let round = 0; round < 7; round++) {
    let bareMs = 0
    let wrappedMs = 0
    const bareCpu = await cpuMs(async () => (bareMs = await time(count, model)))
    const wrappedCpu = await cpuMs(async () => {
      wrappedMs = await time(count, call)
      await contender.flush()
    })
    added.push(((wrappedMs - bareMs) * 1000) / count)
    cpu.push(((wrappedCpu - bareCpu) * 1000) / count)
  }
  say({ addedUs: median(added), cpuUs: median(cpu) })
}

const heapMb = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1024 / 1024
}

/** What the process holds more once so many calls wait for a server that does not answer. */
async function memory(count: number): Promise<void> {
  await time(100, call)
  const before = heapMb()
  await time(count, call)
  say({ heapMb: heapMb() - before })
  process.exit()
}

/** A program that records and ends: by itself, after a flush, or at once. */
async function end(contender: Contender, count: number): Promise<void> {
  await time(count, call)
  if (scenario === 'end-flush') await contender.flush()
  if (scenario === 'end-exit') process.exit()
}

if (scenario === 'calls') await calls(contender, waits ? 1000 : 10_000)
else if (scenario === 'memory') await memory(100_000)
else await end(contender, 2000)
