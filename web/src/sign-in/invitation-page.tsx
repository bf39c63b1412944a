import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { Failure } from '../api/request.ts'
import { go } from '../app/navigation.ts'
import { readAccount, session } from '../app/session.ts'
import { toast } from '../app/toasts.tsx'
import { Link } from '../parts/link.tsx'
import { roleWords } from '../settings/role-words.ts'
import { acceptInvitation, lookAtInvitation, type InvitationPreview } from './calls.ts'
import { Door } from './door.tsx'
import { takeToken } from './fragment.ts'

/** The token outlives a detour through sign-in in this tab, and nothing longer. */
const keptAs = 'custos-invitation'

/** Where the link of an invitation leads. */
export function InvitationPage() {
  const token = useMemo(() => {
    const fresh = takeToken()
    if (fresh !== null) sessionStorage.setItem(keptAs, fresh)
    return fresh ?? sessionStorage.getItem(keptAs)
  }, [])
  const preview = useSignal<InvitationPreview | null>(null)
  const problem = useSignal<Pick<Failure, 'title' | 'detail'> | null>(null)

  useEffect(() => {
    async function look() {
      if (token === null) {
        problem.value = { title: 'The link is not whole', detail: 'Copy all of it from the mail.' }
        return
      }
      const outcome = await lookAtInvitation(token)
      if (outcome.ok) preview.value = outcome.value
      else problem.value = outcome.problem
    }
    void look()
  }, [token])

  async function accept() {
    const outcome = await acceptInvitation(token ?? '')
    if (!outcome.ok) {
      problem.value = outcome.problem
      return
    }
    sessionStorage.removeItem(keptAs)
    await readAccount()
    toast(`You are a member of ${preview.peek()?.organization.name ?? 'the organisation'} now.`)
    go({ at: 'runs' })
  }

  const shown = preview.value
  const account = session.value.is === 'in' ? session.value.account : null
  return (
    <Door title={shown ? `Join ${shown.organization.name}` : 'An invitation'}>
      {problem.value && (
        <p class="notice notice-warn" role="alert">
          <strong>{problem.value.title}.</strong> {problem.value.detail}
        </p>
      )}
      {shown && (
        <>
          <p>
            You are invited as <strong>{roleWords[shown.role].word}</strong>: {roleWords[shown.role].may}. The
            invitation is for {shown.email}.
          </p>
          {account ? (
            <button type="button" class="button button-main" onClick={() => void accept()}>
              Accept as {account.user.email}
            </button>
          ) : (
            <p>
              <Link to={{ at: 'sign-in' }} query={{ next: '/invitation' }}>
                Sign in
              </Link>{' '}
              or{' '}
              <Link to={{ at: 'sign-up' }} query={{ email: shown.email, next: '/invitation' }}>
                create an account
              </Link>{' '}
              with this address, and come back by the link of the mail.
            </p>
          )}
        </>
      )}
    </Door>
  )
}
