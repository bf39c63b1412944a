interface Flushable {
  flushBeforeExit(): Promise<void>
}

/** Just enough of Node's and Bun's `process`. */
interface ProcessLike {
  on?: (event: 'beforeExit', listener: () => void) => unknown
}

const pending = new Set<Flushable>()
let hooked = false

/** Something waits for delivery: flush it, should the process run out of other work. */
export function flushAtExit(delivery: Flushable): void {
  pending.add(delivery)
  if (hooked) return
  hooked = true
  const { process } = globalThis as { process?: ProcessLike }
  process?.on?.('beforeExit', () => {
    // The event comes again once this work is done: what was tried is not tried again.
    for (const each of pending) void each.flushBeforeExit()
    pending.clear()
  })
}

/** Everything is delivered. */
export function forgetAtExit(delivery: Flushable): void {
  pending.delete(delivery)
}
