import { describe, expect, it, vi } from 'vitest'
import type { BeatEntry } from '../../../protocol/entry.ts'
import type { Trace } from '../../../protocol/trace.ts'
import { Past } from './past.ts'
import { RunLog } from './run-log.ts'

const RUN = 1_000_000
const LOG = 1000
const severe = 500_000
/** Ten beats a second. */
const timeOf = (seq: number) => seq / 10

/** A server with a run of a million green beats, and one that flatlined. */
function server() {
  const asked: ({ fromMs: number; toMs: number } | null)[] = []
  return {
    asked,
    async trace(stretch: { fromMs: number; toMs: number } | null) {
      asked.push(stretch)
      const first = stretch ? Math.max(1, Math.ceil(stretch.fromMs / 100)) : 1
      const last = stretch ? Math.min(RUN, Math.ceil(stretch.toMs / 100) - 1) : RUN
      const value = last - first < 100_000 ? near(first, last) : far(first, last)
      return { ok: true as const, value }
    },
  }
}

function answer(first: number, last: number): Trace {
  return {
    run_id: 'run_1',
    detail: 'beats',
    first_seq: first,
    last_seq: last,
    complete: true,
    beats: { seq: [], at: [], score: [], marks: '' },
    left_out: 0,
    blocks: null,
    events: [],
    amendments: [
      { seq: 40, beat_seq: 30 },
      { seq: RUN - 5, beat_seq: 30 },
    ],
  }
}
function near(first: number, last: number): Trace {
  const seqs = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const beats = {
    seq: seqs.map((_, index) => (index === 0 ? first : 1)),
    at: seqs.map((_, index) => (index === 0 ? first * 100 : 100)),
    score: seqs.map(() => 0.99),
    marks: seqs.map((seq) => (seq === severe ? 'f' : 'g')).join(''),
  }
  return { ...answer(first, last), beats }
}
function far(first: number, last: number): Trace {
  const starts = Array.from(
    { length: Math.ceil((last - first + 1) / 256) },
    (_, index) => first + index * 256,
  )
  const each = <T>(value: T) => starts.map(() => value)
  return {
    ...answer(first, last),
    detail: 'blocks',
    beats: { seq: [severe], at: [severe * 100], score: [0.1], marks: 'f' },
    blocks: {
      first_seq: starts,
      last_seq: starts.map((seq) => seq + 255),
      from_at: starts.map((seq) => seq * 100),
      to_at: starts.map((seq) => (seq + 255) * 100),
      beats: each(256),
      score_min: each(0.96),
      score_max: each(1),
      score_mean: each(0.98),
      yellow: each(0),
      red: each(0),
      flatlines: each(0),
    },
  }
}

function logged(): RunLog {
  const log = new RunLog(RUN - LOG)
  for (let seq = RUN - LOG + 1; seq <= RUN; seq += 1) {
    log.add({
      type: 'beat',
      seq,
      timestamp: new Date(timeOf(seq) * 1000).toISOString(),
      alignment_score: 0.99,
      color: 'green',
      flatline: false,
      violations: [],
      findings: [],
      prompt: null,
      response: null,
    } as unknown as BeatEntry)
  }
  return log
}

async function opened() {
  const source = server()
  const log = logged()
  const past = new Past(source, log, () => undefined)
  await past.load()
  return { source, log, past }
}

describe('the past of a long run', () => {
  it('is seen from afar as a whole, with its newest beats at the end and its severe one by itself', async () => {
    const { past, source } = await opened()
    const { columns } = past.all
    expect(source.asked).toEqual([null])
    expect(columns.length).toBeLessThan(20_000)
    expect([columns.rowOf(500_000), columns.rowOf(RUN)].every((row) => row > 0)).toBe(true)
    expect(columns.seq[columns.length - 1]).toBe(RUN)
    expect(past.trouble).toEqual({ seq: 500_000, atMs: 50_000_000 })
    expect(past.amendmentsOf(30)).toEqual([40])
  })

  it('is asked for again when the server fails, and not when it refuses', async () => {
    vi.useFakeTimers()
    const source = server()
    const problems = [0, 503, 404].map((status) => ({
      status,
      code: 'unreachable' as const,
      title: 'No',
      detail: 'Not now.',
      nextRunId: null,
      errors: [],
    }))
    const left = [...problems]
    const failing = {
      trace: async (stretch: Parameters<typeof source.trace>[0]) => {
        const problem = left.shift()
        return problem ? { ok: false as const, problem } : source.trace(stretch)
      },
    }
    const first = new Past(failing, logged(), () => undefined)
    const refused = first.load()
    await vi.runAllTimersAsync()
    await refused
    expect([left.length, first.partial]).toEqual([0, true])
    left.push(...problems.slice(0, 2))
    const second = new Past(failing, logged(), () => undefined)
    const loaded = second.load()
    await vi.runAllTimersAsync()
    await loaded
    expect(second.partial).toBe(false)
    vi.useRealTimers()
  })

  it('is read beat by beat where one looks, once for what is near it too', async () => {
    const { past, source } = await opened()
    const stretch = { from: timeOf(500_000), to: timeOf(500_600) }
    expect(past.of(stretch).columns.rowOf(500_001)).toBe(-1)
    await past.look(stretch)
    expect(past.of(stretch).columns.rowOf(500_001)).toBeGreaterThan(0)
    const beside = { from: stretch.from - 20, to: stretch.to - 20 }
    await past.look(beside)
    expect(past.of(beside).columns.rowOf(500_001)).toBeGreaterThan(0)
    expect(source.asked).toHaveLength(2)
    await past.look({ from: timeOf(100_000), to: timeOf(101_000) })
    expect(source.asked).toHaveLength(3)
  })

  it('asks for nothing where the log has it, nor for more beats than one can see', async () => {
    const { past, source, log } = await opened()
    const newest = { from: timeOf(RUN - 500), to: timeOf(RUN) + 5 }
    await past.look(newest)
    expect(past.of(newest).columns).toBe(log.columns)
    await past.look({ from: timeOf(100_000), to: timeOf(900_000) })
    expect(source.asked).toHaveLength(1)
  })

  it('joins the newest beats to a stretch that reaches them', async () => {
    const { past } = await opened()
    const stretch = { from: timeOf(RUN - LOG - 50), to: timeOf(RUN) + 5 }
    await past.look(stretch)
    const { columns } = past.of(stretch)
    expect([columns.rowOf(RUN - LOG - 20), columns.rowOf(RUN - 20)].every((row) => row > 0)).toBe(true)
    expect(columns.seq[columns.length - 1]).toBe(RUN)
  })
})
