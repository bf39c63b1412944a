import type { AlarmClock } from './alarm-clock.ts'
import type { Flusher } from './flusher.ts'
import type { LogDatabases } from './log-databases.ts'
import type { RunLog } from './run-log.ts'
import type { RunSession } from './run-session.ts'
import type { RunState } from './run-state.ts'
import type { RunStore, TailRow } from './run-store.ts'
import type { Viewers } from './viewers.ts'

/** What the object needs of its surroundings. */
export interface RunSessionEnv extends LogDatabases {
  RUNS: DurableObjectNamespace<RunSession>
}

/** What an object is made of, as those see it who do its work. */
export interface RunParts {
  env: RunSessionEnv
  store: RunStore
  log: RunLog
  clock: AlarmClock
  flusher: Flusher
  viewers: Viewers
  /** Everything that follows a write. */
  tell: (rows: readonly TailRow[], now: number) => void
}

/** The run, unless it was deleted or never was. */
export function presentState({ state }: RunLog): RunState | null {
  return state?.deleted_at === null ? state : null
}
