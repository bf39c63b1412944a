import { describe, expect, it } from 'vitest'
import { runStatuses } from '../protocol/index.ts'
import { transition, type LifecycleEvent } from './lifecycle.ts'

const events: LifecycleEvent[] = [
  'severe',
  'unstable',
  'drift',
  'stable',
  'pause',
  'silence',
  'sign_of_life',
  'resume',
  'end',
  'expire',
]

/** Every edge there is, written once more by hand. [R1] [R3] [R4] [R5] [R6] [R9] [R10] */
const expected: Record<string, string> = {
  'active severe': 'misaligned',
  'active unstable': 'warning',
  'active drift': 'warning',
  'active pause': 'paused',
  'active silence': 'paused',
  'active end': 'ended',
  'warning severe': 'misaligned',
  'warning stable': 'active',
  'warning pause': 'paused',
  'warning silence': 'paused',
  'warning end': 'ended',
  'paused severe': 'misaligned',
  'paused pause': 'paused',
  'paused resume': 'active',
  'paused sign_of_life': 'active',
  'paused end': 'ended',
  'paused expire': 'ended',
  'misaligned pause': 'paused',
  'misaligned resume': 'active',
  'misaligned end': 'ended',
}

describe('the lifecycle of a run', () => {
  for (const from of runStatuses) {
    for (const event of events) {
      const to = expected[`${from} ${event}`] ?? null
      it(`[R1] ${from} + ${event} → ${to ?? 'no such edge'}`, () => {
        expect(transition(from, event)).toBe(to)
      })
    }
  }
})
