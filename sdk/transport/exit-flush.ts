/** What has something to deliver when the process, or the page, ends. */
interface Flushable {
  /** There is time: deliver what waits, within limits, and say what could not be. */
  flushBeforeExit(): Promise<void>
  /** There is none: send what a page may still send while it goes. */
  sendLast(): void
  /** It is over: say what is lost. */
  tellLost(): void
}

type Event = 'beforeExit' | 'exit' | 'SIGINT' | 'SIGTERM' | 'SIGHUP'

/** Just enough of Node's and Bun's `process`. */
interface ProcessLike {
  pid: number
  on(event: Event, listener: () => void): unknown
  off(event: Event, listener: () => void): unknown
  listenerCount(event: Event): number
  kill(pid: number, signal: Event): unknown
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const pending = new Set<Flushable>()
const onSignal = new Map<Event, () => void>()
let hooked = false

/** Something waits for delivery: flush it, should the process or the page end before it is delivered. */
export function flushAtExit(delivery: Flushable): void {
  pending.add(delivery)
  const process = processOf()
  if (process !== null) listenToSignals(process)
  if (hooked) return
  hooked = true
  process?.on('beforeExit', () => {
    // The event comes again once this work is done: what was tried is not tried again.
    for (const each of pending) void each.flushBeforeExit()
    pending.clear()
    unlisten()
  })
  process?.on('exit', () => {
    for (const each of pending) each.tellLost()
  })
  // Pages have no other event that surely comes; one that is only hidden may be discarded without another word.
  const { document, addEventListener: listen } = globalThis as {
    document?: object
    addEventListener?: Listen
  }
  if (document === undefined || listen === undefined) return
  const sendLast = (): void => {
    for (const each of pending) each.sendLast()
  }
  listen('pagehide', sendLast)
  listen('visibilitychange', () => {
    if ('visibilityState' in document && document.visibilityState === 'hidden') sendLast()
  })
}

type Listen = (event: string, listener: () => void) => void

/** Everything is delivered. */
export function forgetAtExit(delivery: Flushable): void {
  pending.delete(delivery)
  if (pending.size === 0) unlisten()
}

/** Listens only while something waits: a listener takes away that the signal ends the process. */
function listenToSignals(process: ProcessLike): void {
  for (const signal of signals) {
    if (onSignal.has(signal)) continue
    const flush = (): void => {
      // A second signal ends the process at once.
      unlisten()
      const flushed = [...pending].map((each) => each.flushBeforeExit())
      pending.clear()
      // Who else listens decides how the process ends; else it ends as it would have.
      if (process.listenerCount(signal) > 0) return
      void Promise.allSettled(flushed).then(() => process.kill(process.pid, signal))
    }
    onSignal.set(signal, flush)
    process.on(signal, flush)
  }
}

function unlisten(): void {
  const process = processOf()
  for (const [signal, listener] of onSignal) process?.off(signal, listener)
  onSignal.clear()
}

function processOf(): ProcessLike | null {
  const { process } = globalThis as { process?: Partial<ProcessLike> }
  if (typeof process?.on !== 'function' || typeof process.off !== 'function') return null
  return typeof process.kill === 'function' ? (process as ProcessLike) : null
}
