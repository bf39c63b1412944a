import type { Page } from 'playwright-core'

/** What the frames of a page were like for a while. */
export interface Frames {
  perSecond: number
  worstMs: number
  /** Tasks of more than 50 ms, as the browser counts them. */
  longTasks: number
  longestMs: number
}

/** Runs in the page: moves `step` once a frame for so long and watches the frames. */
export function watchFrames({ ms, step }: { ms: number; step: string }): Promise<Frames> {
  const { promise, resolve } = Promise.withResolvers<Frames>()
  const tasks: number[] = []
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push(entry.duration)
  })
  observer.observe({ entryTypes: ['longtask'] })
  const box = (document.querySelector('.u-over') ?? document.body).getBoundingClientRect()
  const target = document.querySelector('.u-over')
  const began = performance.now()
  let [last, worst, frames] = [began, 0, 0]
  function frame(now: number) {
    frames += 1
    worst = Math.max(worst, now - last)
    last = now
    if (step === 'pan') {
      const deltaY = Math.floor((now - began) / 1000) % 2 === 0 ? -14 : 14
      const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 }
      target?.dispatchEvent(
        new WheelEvent('wheel', { ...at, deltaY, shiftKey: true, bubbles: true, cancelable: true }),
      )
    }
    if (now - began < ms) {
      requestAnimationFrame(frame)
      return
    }
    observer.disconnect()
    const perSecond = (frames / (now - began)) * 1000
    resolve({ perSecond, worstMs: worst, longTasks: tasks.length, longestMs: Math.max(0, ...tasks) })
  }
  requestAnimationFrame(frame)
  return promise
}

/**
 * Runs in the page: waits until the chart has drawn something in its left half, where only the past of a long run
 * is, and tells when (ms since navigation).
 */
export function whenDrawn(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  function look() {
    const canvas = document.querySelector<HTMLCanvasElement>('.uplot canvas')
    const context = canvas?.getContext('2d')
    if (canvas && context && canvas.width > 0) {
      const { data } = context.getImageData(Math.floor(canvas.width * 0.4), 0, 1, canvas.height)
      // The line and the marks of calm beats are green: nothing else in that column is.
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, , alpha = 0] = data.subarray(at, at + 4)
        if (alpha > 200 && green > red + 60) {
          resolve(performance.now())
          return
        }
      }
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  return promise
}

/** Bytes in use by the page's scripts, after a collection. */
export async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const usage = await session.send('Runtime.getHeapUsage')
  await session.detach()
  // Columns of numbers lie beside the heap.
  return (usage.usedSize + usage.backingStorageSize) / 1e6
}
