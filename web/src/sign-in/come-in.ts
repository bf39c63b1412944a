import { address, go, goTo } from '../app/navigation.ts'
import { readAccount } from '../app/session.ts'

/** Opens the page for somebody who has just signed in, at the place they wanted to see. */
export async function comeIn(): Promise<void> {
  const next = address.peek().query.next ?? ''
  await readAccount()
  // A path of ours, and nobody else's: `//host` and `/\host` would lead away.
  if (/^\/(?![/\\])/u.test(next)) goTo(next)
  else go({ at: 'runs' })
}
