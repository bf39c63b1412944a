import { and, asc, eq, gt, ne, or } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import * as z from 'zod'
import { FeedbackTrainer } from '../../guardian/index.ts'
import { beatHeaderSchema, reviewLabelSchema, type IncidentFilter } from '../../protocol/index.ts'
import { logDatabase } from '../../durable-objects/log-databases.ts'
import { incidents, runs } from '../../migrations/schema.ts'
import type { UserActor } from '../auth/actor.ts'
import type { Env } from '../env.ts'
import { incidentFilter } from './incident-filter.ts'

const labelsSchema = z.array(reviewLabelSchema)
/** The texts of a beat's content; redacted when they were stored. */
const textsSchema = z.object({ prompt: z.string().nullable(), response: z.string().nullable() })
const verdictShape = beatHeaderSchema.pick({ findings: true, engine: true })
const pageRows = 100
/** Labels that were taken back leave an empty list; where there never were any, nothing compares. */
const isLabelled = ne(incidents.label, '[]')

/**
 * Labelled incidents as JSONL, one line a label, as `npm run train` reads it. [T4] An incident whose texts were
 * erased has nothing to learn from, and is left out.
 */
export async function* trainingLines(
  env: Pick<Env, 'DB'>,
  actor: UserActor,
  filter: IncidentFilter,
): AsyncGenerator<string> {
  for (let last: Labelled | null = null; ;) {
    const page: Labelled[] = await readPage(env.DB, actor, filter, last)
    const beats = await readBeats(env, page)
    for (const row of page) {
      const beat = beats.get(nameOf(row))
      if (beat) yield linesOf({ ...row, ...beat })
    }
    const end = page.at(-1)
    if (end === undefined || page.length < pageRows) return
    last = end
  }
}

/** Ids of the organisations that the lines would come from. */
export async function organizationsIn(
  db: D1Database,
  actor: UserActor,
  filter: IncidentFilter,
): Promise<string[]> {
  const rows = await drizzle(db)
    .selectDistinct({ id: incidents.organizationId })
    .from(incidents)
    .where(and(incidentFilter(actor, filter), isLabelled))
  return rows.map(({ id }) => id)
}

/** A labelled incident, and the number of the database that holds its beat. [R14] */
interface Labelled {
  runId: string
  seq: number
  label: string | null
  log: number
}

/** What a beat was, as it is stored. */
interface Beat {
  header: string
  content: string
}

function readPage(
  db: D1Database,
  actor: UserActor,
  filter: IncidentFilter,
  after: Labelled | null,
): Promise<Labelled[]> {
  const { runId, seq } = incidents
  return drizzle(db)
    .select({ runId, seq, label: incidents.label, log: runs.log })
    .from(incidents)
    .innerJoin(runs, eq(runs.id, runId))
    .where(
      and(
        incidentFilter(actor, filter),
        isLabelled,
        after === null
          ? undefined
          : or(gt(runId, after.runId), and(eq(runId, after.runId), gt(seq, after.seq))),
      ),
    )
    .orderBy(asc(runId), asc(seq))
    .limit(pageRows)
}

/** The beats of these incidents that still have their texts, by name: a query a database. */
async function readBeats(env: Pick<Env, 'DB'>, page: readonly Labelled[]): Promise<Map<string, Beat>> {
  const beats = new Map<string, Beat>()
  for (const number of new Set(page.map(({ log }) => log))) {
    const asked = page.filter(({ log }) => log === number).map(({ runId, seq }) => [runId, seq])
    const { results } = await logDatabase(env, number)
      .prepare(
        `SELECT run_id AS runId, seq, header, content FROM json_each(?) AS asked JOIN entries
           ON run_id = asked.value ->> 0 AND seq = asked.value ->> 1 WHERE content IS NOT NULL`,
      )
      .bind(JSON.stringify(asked))
      .all<Beat & { runId: string; seq: number }>()
    for (const { runId, seq, header, content } of results) {
      beats.set(nameOf({ runId, seq }), { header, content })
    }
  }
  return beats
}

function nameOf({ runId, seq }: { runId: string; seq: number }): string {
  return `${runId}:${seq}`
}

function linesOf({ runId, seq, label, header, content }: Labelled & Beat): string {
  const trainer = new FeedbackTrainer()
  const id = nameOf({ runId, seq })
  const { findings, engine } = verdictShape.parse(JSON.parse(header))
  trainer.record(id, textsSchema.parse(JSON.parse(content)), { findings, engine })
  for (const one of labelsSchema.parse(JSON.parse(label ?? '[]'))) trainer.label(id, one)
  return trainer.exportTraining()
}
