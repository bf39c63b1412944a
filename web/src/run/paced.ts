import { effect, type ReadonlySignal, signal } from '@preact/signals'

/**
 * A signal that follows another at most once in a while: at once after a quiet time, and else when the time is up,
 * so that the last change is never lost. Words and figures that change faster are not read by anybody.
 *
 * @param everyMs least time between two changes
 */
export function paced<T>(
  source: ReadonlySignal<T>,
  everyMs: number,
): { signal: ReadonlySignal<T>; stop: () => void } {
  const slow = signal(source.peek())
  let timer: ReturnType<typeof setTimeout> | undefined
  function tell() {
    timer = undefined
    if (slow.peek() === source.peek()) return
    slow.value = source.peek()
    timer = setTimeout(tell, everyMs)
  }
  const stop = effect(() => {
    void source.value
    if (timer === undefined) tell()
  })
  return {
    signal: slow,
    stop() {
      stop()
      clearTimeout(timer)
    },
  }
}
