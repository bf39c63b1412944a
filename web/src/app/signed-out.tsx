import { Blank } from '../parts/blank.tsx'
import type { Session } from './session.ts'

const words: Record<Extract<Session, { is: 'out' }>['why'], { title: string; text: string }> = {
  none: {
    title: 'You are not signed in',
    text: 'Open the sign-in link that Custos printed when it was started.',
  },
  ended: {
    title: 'Your session has ended',
    text: 'Nothing was lost: runs go on recording. Open a new sign-in link to come back to this place.',
  },
  left: { title: 'You are signed out', text: 'Every open trace of this session is closed.' },
  link: {
    title: 'This sign-in link is not valid any more',
    text: 'A link works once and for ten minutes. A start of Custos prints a new one.',
  },
}

/** The page of somebody who is not signed in, or no longer. */
export function SignedOut({ why }: { why: Extract<Session, { is: 'out' }>['why'] }) {
  const { title, text } = words[why]
  return (
    <main class="page">
      <Blank title={title} line={why === 'left' ? 'calm' : 'flat'}>
        <p>{text}</p>
        <p>
          On your own machine that is <code>npm start</code>; the link looks like{' '}
          <code>{location.origin}/simulator#sign-in=…</code>
        </p>
        <button type="button" class="button" onClick={() => location.reload()}>
          I have signed in: look again
        </button>
      </Blank>
    </main>
  )
}
