import { Blank } from '../parts/blank.tsx'
import { Link } from '../parts/link.tsx'
import { FileDoors } from '../verify/file-doors.tsx'
import { formatAddress } from './address.ts'
import { address } from './navigation.ts'
import type { Session } from './session.ts'

const words: Record<Extract<Session, { is: 'out' }>['why'], { title: string; text: string }> = {
  none: {
    title: 'You are not signed in',
    text: 'Sign in, or open the sign-in link that Custos printed when it was started.',
  },
  ended: {
    title: 'Your session has ended',
    text: 'Nothing was lost: runs go on recording. Sign in again to come back to this place.',
  },
  left: { title: 'You are signed out', text: 'Every open trace of this session is closed.' },
  link: {
    title: 'This sign-in link is not valid any more',
    text: 'A link works once and for ten minutes. A start of Custos prints a new one.',
  },
}

const isOwnMachine = /^(localhost|127\.0\.0\.1|\[::1\])$/u.test(location.hostname)

/** The page of somebody who is not signed in, or no longer. */
export function SignedOut({ why }: { why: Extract<Session, { is: 'out' }>['why'] }) {
  const { title, text } = words[why]
  return (
    <main class="page">
      <Blank title={title} line={why === 'left' ? 'calm' : 'flat'}>
        <p>{text}</p>
        {isOwnMachine && (
          <p>
            On your own machine <code>npm start</code> prints a link that signs you in; it looks like{' '}
            <code>{location.origin}/simulator#sign-in=…</code>
          </p>
        )}
        <Link
          to={{ at: 'sign-in' }}
          query={{ next: formatAddress(address.value) }}
          class="button button-main"
        >
          Sign in
        </Link>
        <button type="button" class="button button-quiet" onClick={() => location.reload()}>
          I have signed in: look again
        </button>
        <FileDoors />
      </Blank>
    </main>
  )
}
