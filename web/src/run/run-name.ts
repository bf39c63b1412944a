import type { Run } from '../../../protocol/run.ts'
import type { Account } from '../api/calls.ts'
import { clockTime, day } from '../app/format.ts'

/** What to call a run: its name, or the key it belongs to and when it began. */
export function runName(run: Pick<Run, 'name' | 'api_key_id' | 'started_at'>, account: Account): string {
  if (run.name !== '') return run.name
  const key = account.api_keys.find(({ id }) => id === run.api_key_id)
  const started = Date.parse(run.started_at)
  return `${key?.name || key?.prefix || 'Run'} · ${day(started)}, ${clockTime(started)}`
}
