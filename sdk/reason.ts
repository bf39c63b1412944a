/** Why something failed, in the words of the error and of its cause: `fetch` hides there what happened. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (!(cause instanceof Error)) return error.message
  // An attempt at several addresses fails with an AggregateError, which has a code but no message.
  const code = 'code' in cause ? String(cause.code) : ''
  return `${error.message}: ${cause.message || code}`
}
