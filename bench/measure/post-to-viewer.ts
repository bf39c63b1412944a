import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds from the post to the frame at the viewer. */
export interface DelayResult {
  p50Ms: number
  p99Ms: number
  seen: number
}

/**
 * Posts marked bodies at a steady pace and times each until the viewer's socket tells of it.
 *
 * @param bodyOf makes the body that carries the mark; the mark must come back in the frame
 */
export async function postToViewer(
  socketUrl: string,
  post: (body: string) => Promise<unknown>,
  bodyOf: (mark: string) => string,
  count: number,
  perSecond: number,
): Promise<DelayResult> {
  const socket = new WebSocket(socketUrl)
  const opened = Promise.withResolvers<void>()
  socket.addEventListener('open', () => opened.resolve())
  socket.addEventListener('error', () => opened.reject(new Error(`No socket at ${socketUrl.split('?')[0]}`)))
  await opened.promise
  const sentAt = new Map<string, number>()
  const delays: number[] = []
  socket.addEventListener('message', (event) => {
    const mark = /mark-\d+-end/.exec(String(event.data))?.[0] ?? ''
    const sent = sentAt.get(mark)
    if (sent === undefined) return
    delays.push(performance.now() - sent)
    sentAt.delete(mark)
  })
  const posts: Promise<unknown>[] = []
  const start = performance.now()
  for (let i = 0; i < count; i++) {
    await sleep(Math.max(0, start + (i * 1000) / perSecond - performance.now()))
    const mark = `mark-${i}-end`
    sentAt.set(mark, performance.now())
    posts.push(post(bodyOf(mark)))
  }
  await Promise.all(posts)
  for (let waited = 0; sentAt.size > 0 && waited < 2000; waited += 20) await sleep(20)
  socket.close()
  return { p50Ms: quantile(delays, 0.5), p99Ms: quantile(delays, 0.99), seen: delays.length }
}

/** A quantile by the nearest rank. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? NaN
}
