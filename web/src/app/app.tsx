import { assertNever } from './assert-never.ts'
import { RunsPage } from '../runs/runs-page.tsx'
import { KeyPage } from '../runs/key-page.tsx'
import { RunPage } from '../run/run-page.tsx'
import type { Account } from '../api/calls.ts'
import { Blank } from '../parts/blank.tsx'
import { AppBar } from './app-bar.tsx'
import { place } from './navigation.ts'
import { openSession, session } from './session.ts'
import { SignedOut } from './signed-out.tsx'
import { Toasts } from './toasts.tsx'

/** The page: who is there, and then where they are. */
export function App() {
  return (
    <>
      <Inside />
      <Toasts />
    </>
  )
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
          <Here account={state.account} />
        </>
      )
    default:
      return assertNever(state)
  }
}

function Here({ account }: { account: Account }) {
  const here = place.value
  switch (here.at) {
    case 'runs':
      return <RunsPage account={account} />
    case 'key':
      return <KeyPage key={here.keyId} account={account} keyId={here.keyId} />
    case 'run':
      return <RunPage key={here.runId} account={account} runId={here.runId} />
    default:
      return assertNever(here)
  }
}
