import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type Account, getLatestRun } from '../api/calls.ts'
import { changeQuery } from '../app/navigation.ts'
import { toast } from '../app/toasts.tsx'
import { Blank } from '../parts/blank.tsx'
import { RunPage } from '../run/run-page.tsx'
import { FirstVisit } from './first-visit.tsx'

const LOOK_EVERY_MS = 3000

/** The run that a key is at: its current one, and the next when that is superseded. */
export function KeyPage({ account, keyId }: { account: Account; keyId: string }) {
  const runId = useSignal<string | null | undefined>(undefined)
  const known = account.api_keys.some(({ id }) => id === keyId)
  useEffect(() => {
    if (!known) return undefined
    let over = false
    async function look() {
      const run = await getLatestRun(keyId)
      if (over || !run.ok) return
      // A run that has ended stays on screen until another one follows: that is what one came to see.
      const next = run.value?.id ?? null
      if (next === runId.value) return
      if (runId.value) {
        changeQuery({})
        toast('The key went on to a new run. This is it.')
      }
      runId.value = next
    }
    void look()
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    return () => {
      over = true
      clearInterval(timer)
    }
  }, [keyId, known])

  if (!known) {
    return (
      <main class="page">
        <Blank title="There is no such key">
          <p>It was revoked, or belongs to another organisation.</p>
        </Blank>
      </main>
    )
  }
  if (runId.value === undefined) {
    return (
      <main class="page">
        <Blank title="Looking for the key’s run…" line="busy" />
      </main>
    )
  }
  if (runId.value === null) return <FirstVisit account={account} keyId={keyId} />
  return <RunPage key={runId.value} account={account} runId={runId.value} />
}
