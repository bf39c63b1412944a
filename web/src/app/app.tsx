import type { Account } from '../api/calls.ts'
import { Blank } from '../parts/blank.tsx'
import { AppBar } from './app-bar.tsx'
import { assertNever } from './assert-never.ts'
import { place } from './navigation.ts'
import { publicPlaces, rooms } from './rooms.ts'
import { openSession, session } from './session.ts'
import { SignedOut } from './signed-out.tsx'
import { Toasts } from './toasts.tsx'

// Names that a tag can bear.
const {
  'sign-in': SignInRoom,
  'sign-up': SignUpRoom,
  'verify-email': VerifyEmailRoom,
  'forgot-password': ForgotPasswordRoom,
  'reset-password': ResetPasswordRoom,
  'settings-organization': OrganizationRoom,
  'settings-audit': AuditRoom,
  'settings-project': ProjectRoom,
} = rooms

/** The page: who is there, and then where they are. */
export function App() {
  return (
    <>
      {publicPlaces.has(place.value.at) ? <Outside /> : <Inside />}
      <Toasts />
    </>
  )
}

/** The places that are open to everybody; whoever is signed in has the bar there too. */
function Outside() {
  const account = session.value.is === 'in' ? session.value.account : null
  return (
    <>
      {account && <AppBar account={account} />}
      <OpenRoom />
    </>
  )
}

function OpenRoom() {
  switch (place.value.at) {
    case 'sign-in':
      return <SignInRoom />
    case 'sign-up':
      return <SignUpRoom />
    case 'verify-email':
      return <VerifyEmailRoom />
    case 'forgot-password':
      return <ForgotPasswordRoom />
    case 'reset-password':
      return <ResetPasswordRoom />
    case 'invitation':
      return <rooms.invitation />
    case 'verify':
      return <rooms.verify />
    case 'import':
      return <rooms.import />
    default:
      return <rooms.missing />
  }
}

function Inside() {
  const state = session.value
  switch (state.is) {
    case 'loading':
      return (
        <main class="page">
          <Blank title="Opening the simulator…" line="busy" />
        </main>
      )
    case 'out':
      return <SignedOut why={state.why} />
    case 'failed':
      return (
        <main class="page">
          <Blank title={state.problem.title}>
            <p>{state.problem.detail}</p>
            <button type="button" class="button button-main" onClick={() => void openSession()}>
              Try again
            </button>
          </Blank>
        </main>
      )
    case 'in':
      return (
        <>
          <AppBar account={state.account} />
          <Room account={state.account} />
        </>
      )
    default:
      return assertNever(state)
  }
}

function Room({ account }: { account: Account }) {
  const here = place.value
  switch (here.at) {
    case 'runs':
      return <rooms.runs account={account} />
    case 'key':
      return <rooms.key key={here.keyId} account={account} keyId={here.keyId} />
    case 'run':
      return <rooms.run key={here.runId} account={account} runId={here.runId} />
    case 'compare':
      return <rooms.compare account={account} />
    case 'settings':
    case 'settings-account':
      return <rooms.settings account={account} />
    case 'settings-organization':
      return <OrganizationRoom account={account} organizationId={here.organizationId} />
    case 'settings-audit':
      return <AuditRoom account={account} organizationId={here.organizationId} />
    case 'settings-project':
      return <ProjectRoom account={account} projectId={here.projectId} />
    case 'incidents':
      return <rooms.incidents account={account} />
    case 'playground':
      return <rooms.playground account={account} />
    default:
      return <rooms.missing />
  }
}
