/** Notes for the operator that a mail did not go out: nothing of what was in it, nor to whom. */
export function mailFailed(error: unknown): void {
  console.error(JSON.stringify({ event: 'mail_failed', error: String(error) }))
}
