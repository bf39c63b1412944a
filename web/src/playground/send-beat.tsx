import { useSignal } from '@preact/signals'
import { sendBeat, startRun, type Account } from '../api/calls.ts'
import { go } from '../app/navigation.ts'
import { rightsIn } from '../app/rights.ts'
import { toast } from '../app/toasts.tsx'
import type { Draft } from './guardian.ts'

/** Makes a beat of the draft, in the current run of a key. */
export function SendBeat({ draft, account }: { draft: Draft; account: Account }) {
  const keys = account.api_keys.filter(({ project_id }) => rightsIn(account, { project_id }).order)
  const chosen = useSignal(keys[0]?.id ?? '')
  const busy = useSignal(false)
  if (keys.length === 0) return null
  const empty = draft.prompt === null && draft.response === null

  async function send() {
    busy.value = true
    const run = await startRun(chosen.value)
    const beat = run.ok ? await sendBeat(run.value.id, draft.prompt, draft.response) : run
    busy.value = false
    if (!beat.ok) {
      toast(`${beat.problem.title}. ${beat.problem.detail}`, 'bad')
      return
    }
    const { run_id, seq } = beat.value
    toast(`Sent as beat ${seq}.`, 'plain', {
      label: 'See it',
      run: () => go({ at: 'run', runId: run_id }, { beat: String(seq) }),
    })
  }

  return (
    <div class="send-beat">
      {keys.length > 1 && (
        <label class="field">
          <span class="only-read">To the run of</span>
          <select value={chosen.value} onChange={({ currentTarget }) => (chosen.value = currentTarget.value)}>
            {keys.map(({ id, name, prefix }) => (
              <option key={id} value={id}>
                {name || prefix}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" class="button" disabled={empty || busy.value} onClick={() => void send()}>
        {busy.value ? 'Sending…' : 'Send as a beat'}
      </button>
    </div>
  )
}
