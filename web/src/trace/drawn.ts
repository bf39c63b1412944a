import type { Trace as TraceAnswer, TraceBlocks } from '../../../protocol/trace.ts'
import { BeatColumns, marks } from './columns.ts'
import type { RunEvent } from './draw-ground.ts'
import { FlatStretches } from './line.ts'

const letters = ['g', 'y', 'r', 'f'] as const

/** A run, or a stretch of it, ready to be drawn: made of what the server answers, and of beats that follow. */
export class Drawn {
  readonly columns: BeatColumns
  readonly flat = new FlatStretches()
  readonly events: RunEvent[] = []
  /** Whether some rows stand for many beats. */
  readonly coarse: boolean = false
  private taken = 0

  /**
   * @param trace what the server answered
   * @param before entries from this `seq` on are left out: they come by themselves
   * @param wordOf what to write across the trace for an event, or null for nothing
   */
  constructor(
    trace: TraceAnswer,
    before: number,
    wordOf: (event: TraceAnswer['events'][number]['event']) => string | null,
  ) {
    this.columns = new BeatColumns((trace.first_seq ?? 1) > 1)
    this.coarse = trace.blocks !== null
    const beats = beatsOf(trace)
    if (trace.blocks) this.addBlocks(trace.blocks, beats, before)
    else for (const beat of beats) if (beat.seq < before) this.addBeat(beat)
    for (const { seq, at, event } of trace.events) {
      const word = wordOf(event)
      if (seq < before && word !== null) this.events.push({ timeS: at / 1000, word })
    }
  }

  /** Takes the rows of columns that follow; those it has had are not taken again. */
  follow(next: BeatColumns): void {
    if (this.taken === 0 && next.length > 0 && this.coarse) this.columns.cut()
    for (; this.taken < next.length; this.taken += 1) {
      const row = this.taken
      this.addBeat({
        seq: next.seq[row] ?? 0,
        timeS: next.time[row] ?? 0,
        score: next.score[row] ?? 0,
        mark: next.mark[row] ?? 0,
      })
    }
  }

  private addBeat({ seq, timeS, score, mark }: Beat): void {
    this.columns.add(seq, timeS, score, mark)
    this.flat.push(timeS, seq, marks[mark] === 'flatline')
  }

  /** The extremes of each block, and between them the beats that are not green. */
  private addBlocks(blocks: TraceBlocks, beats: readonly Beat[], before: number): void {
    let next = 0
    const addUntil = (seq: number) => {
      for (; next < beats.length; next += 1) {
        const beat = beats[next]
        if (!beat || beat.seq > seq || beat.seq >= before) return
        this.columns.cut()
        this.addBeat(beat)
      }
    }
    for (const [index, first] of blocks.first_seq.entries()) {
      const [low, high] = [blocks.score_min[index] ?? null, blocks.score_max[index] ?? null]
      const last = blocks.last_seq[index] ?? first
      if (first >= before) return
      if (low === null || high === null || last >= before) {
        addUntil(last)
        continue
      }
      const [fromS, toS] = [(blocks.from_at[index] ?? 0) / 1000, (blocks.to_at[index] ?? 0) / 1000]
      this.columns.addSummary(first, fromS, high, 0)
      const told = next
      addUntil(last)
      const worst = worstOf(blocks, index)
      // Beats that are not green and found no room are seen all the same: at the lowest of them.
      if (next === told && low < high)
        this.columns.addSummary((first + last) >>> 1, (fromS + toS) / 2, worst === 3 ? 0 : low, worst)
    }
  }
}

interface Beat {
  seq: number
  timeS: number
  score: number
  /** Index into `marks`. */
  mark: number
}

function beatsOf({ beats }: TraceAnswer): Beat[] {
  let [seq, at] = [0, 0]
  return beats.seq.map((step, index) => {
    seq += step
    at += beats.at[index] ?? 0
    const mark = letters.indexOf((beats.marks[index] ?? 'g') as (typeof letters)[number])
    return { seq, timeS: at / 1000, score: beats.score[index] ?? 0, mark }
  })
}

/** The most urgent mark that a block has counted. */
function worstOf(blocks: TraceBlocks, index: number): number {
  if ((blocks.flatlines[index] ?? 0) > 0) return 3
  if ((blocks.red[index] ?? 0) > 0) return 2
  return (blocks.yellow[index] ?? 0) > 0 ? 1 : 0
}
