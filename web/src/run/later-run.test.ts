import { describe, expect, it } from 'vitest'
import type { SystemEntry } from '../../../protocol/entry.ts'
import type { Run } from '../../../protocol/run.ts'
import { laterRun } from './later-run.ts'
import { runAfter } from './run-log.ts'

const active = { id: 'run_1', status: 'active', pause_reason: null, ended_at: null, last_seq: 7 } as Run

function event(seq: number, name: SystemEntry['event'], status: Run['status']): SystemEntry {
  const timestamp = new Date(1_000_000 + seq * 1000).toISOString()
  return {
    type: 'system',
    seq,
    timestamp,
    event: name,
    status,
    reason: null,
    next_run_id: null,
  } as SystemEntry
}

const paused = event(8, 'paused', 'paused')
const ended = event(9, 'ended', 'ended')
const answer: Run = { ...active, status: 'paused', pause_reason: 'operator', last_seq: 8 }

describe('an order that was answered', () => {
  it('is seen at once where its entry is still on the way', () => {
    expect(laterRun(null, answer)).toBe(answer)
    expect(laterRun(active, answer)).toBe(answer)
  })

  it('says as much as its entry, and may be taken after it', () => {
    expect(laterRun(runAfter(active, paused), answer)).toBe(answer)
  })

  it('does not take back what came over the line since: the run has ended', () => {
    const known = runAfter(runAfter(active, paused), ended)
    expect(known.ended_at).toBe(ended.timestamp)
    expect(laterRun(known, answer)).toBe(known)
    expect(laterRun(known, { ...answer, last_seq: 20 })).toBe(known)
  })

  it('does not take back what another did since: the run goes on', () => {
    const known = runAfter(runAfter(active, paused), event(9, 'resumed', 'active'))
    expect(laterRun(known, answer)).toBe(known)
  })
})
