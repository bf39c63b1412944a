import { effect } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { Account } from '../api/calls.ts'
import { rightsIn } from '../app/rights.ts'
import { sessionEnded } from '../app/session.ts'
import { Blank } from '../parts/blank.tsx'
import { Link } from '../parts/link.tsx'
import { runName } from './run-name.ts'
import { RunStore } from './run-store.ts'
import { RunView } from './run-view.tsx'

/** One run of the server, as it goes on. */
export function RunPage({ account, runId }: { account: Account; runId: string }) {
  const store = useMemo(() => new RunStore(runId), [runId])
  useEffect(() => () => store.close(), [store])
  useEffect(
    () =>
      effect(() => {
        if (store.connection.value.is === 'signed_out') sessionEnded()
      }),
    [store],
  )

  if (store.connection.value.is === 'gone') {
    return (
      <main class="page">
        <Blank title="There is no such run">
          <p>It was erased, or belongs to an organisation that you are not in.</p>
          <Link to={{ at: 'runs' }} class="button">
            All runs
          </Link>
        </Blank>
      </main>
    )
  }
  const run = store.run.value
  if (!run) {
    return (
      <main class="page">
        {store.connection.value.is === 'connecting' ? (
          <Blank title="Opening the run…" line="busy" />
        ) : (
          <Blank title="The server cannot be reached">
            <p>The run goes on without this page. It is tried again every few seconds.</p>
            <button type="button" class="button button-main" onClick={() => store.retry()}>
              Try now
            </button>
          </Blank>
        )}
      </main>
    )
  }
  const settings = account.projects.find(({ id }) => id === run.project_id)?.settings ?? {}
  const name = runName(run, account)
  const rights = rightsIn(account, run)
  return <RunView store={store} run={run} name={name} settings={settings} rights={rights} />
}
