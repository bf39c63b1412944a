import { describe, expect, it } from 'vitest'
import type { BeatEntry, Entry, SystemEntry } from '../../../protocol/entry.ts'
import type { Run } from '../../../protocol/run.ts'
import { RunLog, runAfter } from './run-log.ts'

const at = (seq: number) => new Date(1_000_000 + seq * 1000).toISOString()

function beat(seq: number, more: Partial<BeatEntry> = {}): Entry {
  const plain = { type: 'beat', seq, timestamp: at(seq), alignment_score: 1, color: 'green', flatline: false }
  const rest = {
    violations: [],
    findings: [],
    refused: false,
    prompt: 'p',
    response: 'r',
    run_status: 'active',
  }
  return { ...plain, ...rest, ...more } as Entry
}

function event(
  seq: number,
  name: SystemEntry['event'],
  status: Run['status'],
  reason: string | null = null,
): Entry {
  return {
    type: 'system',
    seq,
    timestamp: at(seq),
    event: name,
    status,
    reason,
    actor: null,
    next_run_id: null,
  } as Entry
}

const severe = (seq: number, title: string) =>
  beat(seq, { color: 'red', flatline: true, violations: [title], run_status: 'misaligned' })

function logOf(...entries: Entry[]): RunLog {
  const log = new RunLog()
  for (const entry of entries) log.add(entry)
  return log
}

describe('RunLog', () => {
  it('keeps a row an entry, and columns of the beats alone', () => {
    const log = logOf(beat(1), event(2, 'paused', 'paused'), beat(3))
    expect(log.rows.map((row) => row.type)).toEqual(['beat', 'system', 'beat'])
    expect([log.columns.length, log.columns.rowOf(3), log.columns.rowOf(2)]).toEqual([2, 1, -1])
    expect(log.events).toEqual([{ timeS: 1002, word: 'paused' }])
    expect(log.lastSignS).toBe(1003)
  })

  it('[R4] holds on to the first severe beat until a person resumes the run', () => {
    const log = logOf(beat(1), severe(2, 'Key disclosed'), severe(3, 'Card disclosed'))
    expect(log.trouble).toEqual({ seq: 2, atMs: 1_002_000, title: 'Key disclosed' })
    log.add(event(4, 'resumed', 'active'))
    expect(log.trouble).toBeNull()
    log.add(severe(5, 'Again'))
    expect(log.trouble?.seq).toBe(5)
  })

  it('says what must be seen first', () => {
    const log = logOf(severe(1, 'Key disclosed'), beat(2), beat(3))
    expect(log.matters('misaligned')).toBe(1001)
    expect(log.matters('active')).toBe(1003)
    expect(new RunLog().matters('active')).toBeNull()
  })

  it('[B5] remembers heartbeats up to a bound, and as signs of life only', () => {
    const log = new RunLog()
    for (let second = 1; second <= 5000; second += 1) log.addHeartbeat(at(second))
    expect(log.heartbeats.length).toBeLessThanOrEqual(4000)
    expect(log.heartbeats.at(-1)).toBe(6000)
    expect([log.rows.length, log.figures.stats.beats, log.lastSignS]).toEqual([0, 0, 6000])
  })

  it('[E7] finds the amendments of a beat, and counts the rules that fired', () => {
    const findings = [{ rule_id: 'pii.card', title: 'Card' }] as BeatEntry['findings']
    const label = { type: 'amendment', seq: 3, timestamp: at(3), beat_seq: 1, amendment: 'label' } as Entry
    const log = logOf(beat(1, { findings }), beat(2, { findings }), label)
    expect(log.amendmentsOf(1)).toEqual([label])
    expect(log.amendmentsOf(2)).toEqual([])
    expect([...log.rules]).toEqual([['pii.card', { title: 'Card', count: 2 }]])
  })
})

describe('runAfter', () => {
  const run = { status: 'active', pause_reason: null, ended_at: null, next_run_id: null, last_seq: 5 } as Run

  it('leaves alone what the run knows already', () => {
    expect(runAfter(run, event(5, 'ended', 'ended'))).toBe(run)
    expect(runAfter(run, beat(6))).toBe(run)
  })

  it('[R1] follows status, pause and end', () => {
    expect(runAfter(run, severe(6, 'x'))).toMatchObject({ status: 'misaligned', last_seq: 6 })
    expect(runAfter(run, event(6, 'paused', 'paused', 'silent'))).toMatchObject({ pause_reason: 'silent' })
    expect(runAfter(run, event(6, 'paused', 'paused'))).toMatchObject({ pause_reason: 'operator' })
    expect(runAfter(run, event(6, 'ended', 'ended'))).toMatchObject({ status: 'ended', ended_at: at(6) })
  })

  it('[R4] keeps a pause under a severe beat, and an end as misaligned', () => {
    const paused = runAfter(run, event(6, 'paused', 'paused', 'operator'))
    const severe = runAfter(paused, event(7, 'misaligned', 'misaligned', 'severe'))
    expect(severe).toMatchObject({ status: 'misaligned', pause_reason: 'operator' })
    expect(runAfter(severe, event(8, 'resumed', 'active'))).toMatchObject({
      status: 'active',
      pause_reason: null,
    })
    const ended = runAfter(severe, event(8, 'ended', 'misaligned', 'misaligned'))
    expect(ended).toMatchObject({ status: 'misaligned', ended_at: at(8) })
  })
})

describe('the log of a long run', () => {
  it('begins with its newest entries, and older rows come before them', () => {
    const log = new RunLog(100)
    for (const seq of [101, 102, 103]) log.add(beat(seq))
    expect([log.oldest, log.rowOf(102)?.seq, log.rowOf(100)?.seq]).toEqual([101, 102, undefined])
    log.addOlder([beat(98), event(99, 'paused', 'paused'), beat(100)])
    expect(log.rows.map(({ seq }) => seq)).toEqual([98, 99, 100, 101, 102, 103])
    expect([log.oldest, log.rowOf(99)?.type, log.rowOf(103)?.seq]).toEqual([98, 'system', 103])
    expect(log.columns.length).toBe(3)
  })

  it('[R2] counts on from what the server had counted', () => {
    const log = new RunLog(100)
    const stats = { ...new RunLog().figures.stats, beats: 102, violations: 7, score_mean: 0.5, score_min: 0 }
    log.figures.begin({ stats, last_seq: 102 })
    for (const seq of [101, 102, 103]) log.add(beat(seq, { violations: ['a'] }))
    expect(log.figures.stats).toMatchObject({ beats: 103, violations: 8, score_min: 0 })
    expect(log.figures.stats.score_mean).toBeCloseTo((102 * 0.5 + 1) / 103)
    log.figures.begin({ stats: { ...stats, beats: 500 }, last_seq: 500 })
    expect(log.figures.stats.beats).toBe(103)
  })
})
