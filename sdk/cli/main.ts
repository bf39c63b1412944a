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
    if (error instanceof Error && (expected.some((each) => error instanceof each) || isSystemError(error))) {
      console.error(error.message)
    } else throw error
  }
}

/** What the file system, zlib or the argument parser says: no such file, a cut archive, an unknown option. */
function isSystemError(error: Error): boolean {
  return (
    'code' in error &&
    typeof error.code === 'string' &&
    /^(?:E[A-Z]+|Z_[A-Z_]+|ERR_PARSE_ARGS_[A-Z_]+)$/.test(error.code)
  )
}
