import { signal } from '@preact/signals'
import { type Account, getAccount, signIn, signOut } from '../api/calls.ts'
import { type Failure, onSignedOut } from '../api/request.ts'
import { forgetPlaces } from '../run/last-place.ts'

export type Session =
  | { is: 'loading' }
  | { is: 'in'; account: Account }
  | { is: 'out'; why: 'none' | 'ended' | 'left' | 'link' }
  | { is: 'failed'; problem: Failure }

export const session = signal<Session>({ is: 'loading' })

const FRAGMENT = /^#sign-in=(.+)$/

/** Redeems the link in the address, if there is one, and finds out who is signed in. */
export async function openSession(): Promise<void> {
  const secret = FRAGMENT.exec(location.hash)?.[1]
  if (secret !== undefined) {
    // First of all out of the address bar and the history, whatever comes of it.
    history.replaceState(null, '', location.pathname + location.search)
    const redeemed = await signIn(secret)
    if (!redeemed.ok && redeemed.problem.status >= 500) {
      session.value = { is: 'failed', problem: redeemed.problem }
      return
    }
    if (!redeemed.ok && redeemed.problem.status !== 0) {
      await readAccount('link')
      return
    }
  }
  await readAccount('none')
}

/** Reads the account again, e.g. after the server came back or a key got a run. */
export async function readAccount(why: 'none' | 'link' = 'none'): Promise<void> {
  const account = await getAccount()
  if (account.ok) session.value = { is: 'in', account: account.value }
  else if (account.problem.status === 401) session.value = { is: 'out', why }
  else if (session.value.is !== 'in') session.value = { is: 'failed', problem: account.problem }
}

/** Ends the session on the server too; every open line is closed by it. */
export async function leave(): Promise<void> {
  await signOut()
  forgetPlaces(localStorage)
  session.value = { is: 'out', why: 'left' }
}

/** The line or a request learned that the session is over. */
export function sessionEnded(): void {
  if (session.value.is === 'in') session.value = { is: 'out', why: 'ended' }
}

onSignedOut(sessionEnded)

// A link opened in a tab that is at this page already changes the fragment only, and loads nothing.
addEventListener('hashchange', () => {
  if (FRAGMENT.test(location.hash)) void openSession()
})
