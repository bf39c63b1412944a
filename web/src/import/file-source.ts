import { entrySchema, type Entry } from '../../../protocol/entry.ts'
import { runPartSchema } from '../../../protocol/export.ts'
import { runSchema, type Run } from '../../../protocol/run.ts'
import type { Failure, Outcome } from '../api/request.ts'
import type { LineListener } from '../live/live-line.ts'
import type { RunSource } from '../run/run-source.ts'
import { entriesIn, linesOf, type FoundRun } from './read-export.ts'

/** Entries handed on at a time: the page is drawn in between. */
const batch = 500

/**
 * A run that is read from a file. A chain that fits proves that nothing was altered, not that whoever wrote it
 * meant well: what is no entry by the schema is left out.
 *
 * @returns null when the opening describes no run
 */
export function fileSource(file: Blob, found: FoundRun): RunSource | null {
  const described = runOf(found)
  if (!described) return null
  const { run } = described
  const read = async (first: number, end: number): Promise<Entry[]> => {
    const lines = await linesOf(file, found, first, Math.min(end, entriesIn(found)))
    return lines.flatMap((line) => {
      const parsed = entrySchema.safeParse(JSON.parse(line))
      return parsed.success ? [parsed.data] : []
    })
  }
  return {
    // Nothing is left for later: whoever looks at a file wants all of it, and there is no line to spare.
    run: async () => ({ ok: true, value: { ...run, last_seq: 0 } }),
    open: (_, listener) => replay(described, read, entriesIn(found), listener),
    entries: async (after, limit): Promise<Outcome<Entry[]>> => {
      const first = Math.max(0, after + 1 - found.firstSeq)
      return { ok: true, value: await read(first, first + limit) }
    },
    trace: async () => ({ ok: false, problem: notInFile }),
  }
}

function replay(
  { run, whole }: Described,
  read: (first: number, end: number) => Promise<Entry[]>,
  count: number,
  listener: LineListener,
) {
  const line = { stopped: false }
  async function hand() {
    listener.onState({ ...run, last_seq: 0 })
    for (let at = 0; at < count && !line.stopped; at += batch) {
      listener.onConnection({ is: 'replaying', from: at, to: count })
      const entries = await read(at, at + batch)
      if (!line.stopped) listener.onEntries(entries)
    }
    if (line.stopped) return
    if (whole) listener.onState(run)
    listener.onConnection({ is: 'file' })
  }
  void hand()
  return { retry: () => undefined, stop: () => void (line.stopped = true) }
}

interface Described {
  run: Run
  /** Whether it is the run as it was when it was exported; else what its entries say is all that is known. */
  whole: boolean
}

/** The run as its opening has it; one of an export across runs is described by what does not change. */
function runOf({ about }: FoundRun): Described | null {
  const whole = runSchema.safeParse(about)
  // Whoever followed it is on a server, if anywhere.
  if (whole.success) return { run: { ...whole.data, next_run_id: null }, whole: true }
  const part = runPartSchema.safeParse(about)
  if (!part.success) return null
  const open = { status: 'active', pause_reason: null, ended_at: null, next_run_id: null } as const
  return { run: { ...part.data, ...open, stats: noStats }, whole: false }
}

const noStats: Run['stats'] = {
  beats: 0,
  violations: 0,
  flatlines: 0,
  score_mean: null,
  score_recent: null,
  score_min: null,
  score_max: null,
  hrv: null,
  by_color: { green: 0, yellow: 0, red: 0 },
  last_beat_at: null,
  beats_per_second: 0,
}

const notInFile: Failure = {
  status: 404,
  code: 'not_found',
  title: 'Not in the file',
  detail: 'A file holds entries, and no overview of them.',
  nextRunId: null,
  errors: [],
}
