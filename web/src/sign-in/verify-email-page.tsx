import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Failure } from '../api/request.ts'
import { Link } from '../parts/link.tsx'
import { verifyEmail } from './calls.ts'
import { comeIn } from './come-in.ts'
import { Door } from './door.tsx'
import { takeToken } from './fragment.ts'

/** Where the link of the confirmation mail leads. */
export function VerifyEmailPage() {
  const problem = useSignal<Pick<Failure, 'title' | 'detail'> | null>(null)
  useEffect(() => {
    async function verify() {
      const token = takeToken()
      if (token === null) {
        problem.value = { title: 'The link is not whole', detail: 'Copy all of it from the mail.' }
        return
      }
      const outcome = await verifyEmail(token)
      if (outcome.ok) await comeIn()
      else problem.value = outcome.problem
    }
    void verify()
  }, [])
  return (
    <Door title="Confirming your address">
      {problem.value ? (
        <>
          <p class="notice notice-warn" role="alert">
            <strong>{problem.value.title}.</strong> {problem.value.detail}
          </p>
          <p>
            <Link to={{ at: 'sign-in' }}>Sign in</Link> to have a new mail sent.
          </p>
        </>
      ) : (
        <p class="quiet">One moment…</p>
      )}
    </Door>
  )
}
