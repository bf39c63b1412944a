import type { Run } from '../../../protocol/run.ts'
import type { Trace } from '../../../protocol/trace.ts'
import { getRun, getTrace } from '../api/calls.ts'
import type { Failure, Outcome } from '../api/request.ts'
import { distributionOf, type Point, pointsOf } from './points.ts'

/** One of the two runs. */
export interface Side {
  run: Run
  points: Point[]
  distribution: number[]
  /** Beats that the distribution is made of: of a very long run the newest alone. */
  distributed: number
}

export type SideState =
  { is: 'none' } | { is: 'loading' } | { is: 'failed'; problem: Failure } | { is: 'here'; side: Side }

/** As many beats as are looked at one by one for the distribution. */
const DISTRIBUTED = 95_000
const ASK_AGAIN_MS = 250

/** Reads a run to be compared. */
export async function readSide(runId: string): Promise<Outcome<Side>> {
  const [run, trace] = await Promise.all([getRun(runId), wholeTrace(runId)])
  if (!run.ok) return run
  if (!trace.ok) return trace
  const near = trace.value.blocks ? await getTrace(runId, newest(trace.value)) : trace
  if (!near.ok) return near
  const { score } = near.value.beats
  return {
    ok: true,
    value: {
      run: run.value,
      points: pointsOf(trace.value),
      distribution: distributionOf(score),
      distributed: score.length,
    },
  }
}

/** A run that nobody looked at yet is counted bit by bit. */
async function wholeTrace(runId: string): Promise<Outcome<Trace>> {
  for (;;) {
    const trace = await getTrace(runId, null)
    if (!trace.ok || trace.value.complete) return trace
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))
  }
}

/** The stretch of the newest beats, as many as come one by one. */
function newest({ blocks }: Trace): { fromMs: number; toMs: number } {
  const beats = blocks?.beats ?? []
  let room = DISTRIBUTED
  let first = beats.length
  while (first > 0 && (beats[first - 1] ?? 0) <= room) {
    first -= 1
    room -= beats[first] ?? 0
  }
  return { fromMs: blocks?.from_at[first] ?? 0, toMs: (blocks?.to_at.at(-1) ?? 0) + 1 }
}
