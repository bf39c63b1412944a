import { genesisHash } from '../../durable-objects/chain.ts'
import { logDatabase } from '../../durable-objects/log-databases.ts'
import { runPartSchema, runSchema, type DeletedRun } from '../../protocol/index.ts'
import type { Env } from '../env.ts'
import { flushed } from '../runs/flushed.ts'
import { isoRange, type ProjectExportRequest } from './export-request.ts'
import { newSegment, type Segment } from './segment.ts'

/** Runs, or graves of them, that are looked up at a time. */
const pageRuns = 50
/** An amendment to a run that closed longer ago than this is in the log half a second after its answer, ms. */
const settledMs = 24 * 3600 * 1000

interface RunRow {
  id: string
  started_at: number
  ended_at: number | null
  state: string
  /** Number of the database that holds its entries. [R14] */
  log: number
}

interface Edges {
  id: string
  first_seq: number | null
  last_seq: number | null
  last_hash: string | null
  before_hash: string | null
}

/**
 * The runs of a project that have entries in the range, each with its stretch, by start. Everything that was
 * acknowledged to a run that is open, or closed within a day, is in the log before it is looked up. [X16] [G4]
 *
 * @throws ProblemError `overloaded` when the log does not catch up
 */
export async function* projectSegments(
  env: Pick<Env, 'DB' | 'RUNS'>,
  request: ProjectExportRequest,
): AsyncGenerator<Segment> {
  const range = isoRange(request)
  for await (const page of runPages(env.DB, request)) {
    for (const { id, ended_at } of page) {
      if (ended_at === null || ended_at > Date.parse(request.created_at) - settledMs) await flushed(env, id)
    }
    const edges = await edgesOf(env, page, request)
    for (const { id, state, log } of page) {
      const edge = edges.get(id)
      if (!edge?.first_seq || !edge.last_seq || edge.first_seq > edge.last_seq) continue
      const run = runPartSchema.parse({
        ...runSchema.parse(JSON.parse(state)),
        last_seq: edge.last_seq,
        head: edge.last_hash,
      })
      const firstLink = edge.before_hash ?? genesisHash(id)
      const stretch = { firstSeq: edge.first_seq, lastSeq: edge.last_seq, firstLink }
      yield newSegment(run, range, stretch, logDatabase(env, log))
    }
  }
}

/** Runs of the project and the range that retention has deleted, by start. [R11] */
export async function* deletedRuns(
  db: D1Database,
  request: ProjectExportRequest,
): AsyncGenerator<DeletedRun> {
  const statement = db.prepare(
    `SELECT run_id, started_at, ended_at, last_seq, head, deleted_at FROM tombstones
     WHERE project_id = ?1 AND started_at < ?2 AND coalesce(ended_at, ?2) >= ?3
       AND (started_at, run_id) > (?4, ?5) ORDER BY started_at, run_id LIMIT ${pageRuns}`,
  )
  type Row = Record<'run_id' | 'head', string> & Record<'started_at' | 'last_seq' | 'deleted_at', number>
  let after: [number, string] = [-1, '']
  for (;;) {
    const { results } = await statement
      .bind(request.project.id, request.end, request.start ?? 0, ...after)
      .all<Row & { ended_at: number | null }>()
    for (const { run_id, started_at, ended_at, last_seq, head, deleted_at } of results) {
      yield {
        run_id,
        started_at: iso(started_at),
        ended_at: ended_at === null ? null : iso(ended_at),
        last_seq,
        head,
        deleted_at: iso(deleted_at),
      }
      after = [started_at, run_id]
    }
    if (results.length < pageRuns) return
  }
}

async function* runPages(db: D1Database, request: ProjectExportRequest): AsyncGenerator<RunRow[]> {
  const statement = db.prepare(
    `SELECT id, started_at, ended_at, state, log FROM runs
     WHERE project_id = ?1 AND started_at < ?2 AND (started_at, id) > (?3, ?4)
     ORDER BY started_at, id LIMIT ${pageRuns}`,
  )
  let after: [number, string] = [-1, '']
  for (;;) {
    const { results } = await statement.bind(request.project.id, request.end, ...after).all<RunRow>()
    if (results.length > 0) yield results
    const last = results.at(-1)
    if (!last || results.length < pageRuns) return
    after = [last.started_at, last.id]
  }
}

/** Where the range begins and ends in each run: a query a database for the page, since a request may make only so many. */
async function edgesOf(
  env: Pick<Env, 'DB'>,
  page: readonly RunRow[],
  range: ProjectExportRequest,
): Promise<Map<string, Edges>> {
  const edges = new Map<string, Edges>()
  for (const number of new Set(page.map(({ log }) => log))) {
    const runs = page.filter(({ log }) => log === number)
    for (const edge of await edgesIn(logDatabase(env, number), runs, range)) edges.set(edge.id, edge)
  }
  return edges
}

async function edgesIn(
  db: D1Database,
  page: readonly RunRow[],
  { start, end }: ProjectExportRequest,
): Promise<Edges[]> {
  const { results } = await db
    .prepare(
      `WITH edges AS (
         SELECT value AS id,
           (SELECT seq FROM entries WHERE run_id = value AND at >= ?2 ORDER BY at, seq LIMIT 1) AS first_seq,
           (SELECT seq FROM entries WHERE run_id = value AND at < ?3 ORDER BY at DESC, seq DESC LIMIT 1) AS last_seq
         FROM json_each(?1))
       SELECT id, first_seq, last_seq,
         (SELECT hash FROM entries e WHERE e.run_id = edges.id AND e.seq = last_seq) AS last_hash,
         (SELECT hash FROM entries e WHERE e.run_id = edges.id AND e.seq = first_seq - 1) AS before_hash
       FROM edges`,
    )
    .bind(JSON.stringify(page.map(({ id }) => id)), start ?? 0, end)
    .all<Edges>()
  return results
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
