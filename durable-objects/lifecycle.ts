import type { RunStatus } from '../protocol/index.ts'

/** What can happen to a run's status; orders come from people, the rest from beats and the clock. */
export type LifecycleEvent =
  | 'severe'
  | 'unstable'
  | 'drift'
  | 'stable'
  | 'pause'
  | 'silence'
  | 'sign_of_life'
  | 'resume'
  | 'end'
  | 'expire'

/**
 * The whole life of a run. What is not here does not exist: an order to do it is a 409, and what beats or
 * the clock report of it is ignored. `ended` is final. [R1] [R3] [R4] [R5] [R6] [R7] [R9] [R10]
 */
const edges: Record<RunStatus, Partial<Record<LifecycleEvent, RunStatus>>> = {
  active: {
    severe: 'misaligned',
    unstable: 'warning',
    drift: 'warning',
    pause: 'paused',
    silence: 'paused',
    end: 'ended',
  },
  warning: { severe: 'misaligned', stable: 'active', pause: 'paused', silence: 'paused', end: 'ended' },
  // An operator's pause may take the place of a silent one. A severe beat shows through a pause, which the
  // run's `pause_reason` goes on telling. The clock ends only what it has paused itself first.
  paused: {
    severe: 'misaligned',
    pause: 'paused',
    resume: 'active',
    sign_of_life: 'active',
    end: 'ended',
    expire: 'ended',
  },
  // Waits for a person: no clock ends it, or a halted key would be released by waiting.
  misaligned: { pause: 'paused', resume: 'active', end: 'ended' },
  ended: {},
}

/** The status that an event leads to, or null where there is no such edge. */
export function transition(from: RunStatus, event: LifecycleEvent): RunStatus | null {
  return edges[from][event] ?? null
}
