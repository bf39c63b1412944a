import type { Run } from '../../../protocol/run.ts'
import type { Account } from '../api/calls.ts'
import { count } from '../app/format.ts'
import { runName } from '../run/run-name.ts'
import { BASELINE } from './compare-query.ts'

interface RunPickerProps {
  name: 'A' | 'B'
  /** Id of a run, which may be older than those listed. */
  chosen: string | null
  runs: readonly Run[]
  account: Account
  /** Whether the baseline of the project may be chosen. */
  baseline?: boolean
  onChoose: (runId: string) => void
}

/** Chooses one of the newest runs. */
export function RunPicker({ name, chosen, runs, account, baseline = false, onChoose }: RunPickerProps) {
  const listed = chosen === null || chosen === BASELINE || runs.some(({ id }) => id === chosen)
  return (
    <label class="field run-picker">
      <span>
        <span class={`key-${name.toLowerCase()}`} aria-hidden="true" /> Run {name}
      </span>
      <select value={chosen ?? ''} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {chosen === null && <option value="">Choose a run…</option>}
        {!listed && <option value={chosen ?? ''}>{chosen}</option>}
        {baseline && <option value={BASELINE}>Baseline of the project</option>}
        {runs.map((run) => (
          <option key={run.id} value={run.id}>
            {runName(run, account)} ({count(run.stats.beats)} beats)
          </option>
        ))}
      </select>
    </label>
  )
}
