import { isRecord } from '../record.ts'

/** A timer that never keeps a process alive. Returns what stops it. */
export function laterUnref(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs)
  // Node and Bun give an object that can let the process end, other runtimes a number.
  const handle: unknown = timer
  if (isRecord(handle) && typeof handle['unref'] === 'function') handle['unref']()
  return () => clearTimeout(timer)
}
