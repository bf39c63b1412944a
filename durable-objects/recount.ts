import { watchDrift } from './drift.ts'
import { countBeat, type RunState } from './run-state.ts'
import type { RunStore } from './run-store.ts'
import type { BeatFigures } from './run-window.ts'

/** The state as SQLite tells it: the checkpoint, and what the entries behind it add. */
export function recount(store: RunStore): RunState | null {
  const state = store.load()
  if (state === null) return null
  for (const row of store.figures(state.last_seq)) {
    state.last_seq = row.seq
    state.head = row.hash
    state.last_at = Math.max(state.last_at, row.at)
    if (row.type !== 'beat' || row.color === null || row.score === null) continue
    state.last_sign_at = row.at
    const beat: BeatFigures = {
      at: row.at,
      score: row.score,
      color: row.color,
      flatline: row.flatline === 1,
      violations: row.violations,
      // Written by `RunDraft` alone.
      rules: row.rules === null ? [] : (JSON.parse(row.rules) as string[]),
    }
    countBeat(state, beat)
    watchDrift(state.drift, beat, state.baseline, state.binding.settings)
  }
  return state
}
