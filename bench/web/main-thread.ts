import type { Browser } from 'playwright-core'

/** What a page's main thread itself worked for, whatever else the machine was doing. */
export interface MainThread {
  /** Milliseconds of processor time, all tasks together. */
  busyMs: number
  /** Of the longest task. */
  longestMs: number
}

interface TraceEvent {
  name: string
  pid: number
  tid: number
  args?: { name?: string }
  /** Processor time of a task in microseconds. */
  tdur?: number
}

/**
 * Counts the processor time of the main thread of the page that works most while something happens: on a busy machine
 * a task that takes 200 ms by the clock may have worked for five.
 */
export async function watchMainThread<T>(
  browser: Browser,
  act: () => Promise<T>,
): Promise<{ result: T; thread: MainThread }> {
  const session = await browser.newBrowserCDPSession()
  const events: TraceEvent[] = []
  // The protocol leaves open what is in an event; these are Chromium's own.
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] },
  })
  const result = await act()
  const { promise, resolve } = Promise.withResolvers<undefined>()
  session.once('Tracing.tracingComplete', () => resolve(undefined))
  await session.send('Tracing.end')
  await promise
  await session.detach()
  return { result, thread: busiest(events) }
}

function busiest(events: readonly TraceEvent[]): MainThread {
  const threads = new Map<string, MainThread>()
  const placeOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`
  for (const event of events) {
    if (event.name === 'thread_name' && event.args?.name === 'CrRendererMain')
      threads.set(placeOf(event), { busyMs: 0, longestMs: 0 })
  }
  for (const event of events) {
    const thread = threads.get(placeOf(event))
    if (!thread || event.name !== 'RunTask') continue
    const ms = (event.tdur ?? 0) / 1000
    thread.busyMs += ms
    thread.longestMs = Math.max(thread.longestMs, ms)
  }
  return [...threads.values()].reduce((a, b) => (b.busyMs > a.busyMs ? b : a), { busyMs: 0, longestMs: 0 })
}
