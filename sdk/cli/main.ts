import { systemFault } from './system-fault.ts'

/**
 * Runs a command: Ctrl-C ends it in order, and an expected failure is a sentence instead of a stack.
 *
 * @param run resolves to the exit code
 * @param expected classes of errors whose message is all a person needs
 */
export async function main(
  run: (signal: AbortSignal) => Promise<number>,
  expected: readonly (new (...args: never[]) => Error)[],
): Promise<void> {
  const controller = new AbortController()
  process.once('SIGINT', () => controller.abort())
  process.once('SIGTERM', () => controller.abort())
  try {
    process.exitCode = await run(controller.signal)
    if (controller.signal.aborted) process.exitCode = 130
  } catch (error) {
    process.exitCode = 1
    const known = expected.some((each) => error instanceof each)
      ? (error as Error).message
      : systemFault(error)
    if (known === null) throw error
    console.error(known)
  }
}
