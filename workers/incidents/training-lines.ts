import { and, asc, eq, gt, isNotNull, or } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import * as z from 'zod'
import { FeedbackTrainer } from '../../guardian/index.ts'
import { beatHeaderSchema, reviewLabelSchema, type IncidentFilter } from '../../protocol/index.ts'
import { entries, incidents } from '../../migrations/schema.ts'
import type { UserActor } from '../auth/actor.ts'
import { incidentFilter } from './incident-filter.ts'

const labelsSchema = z.array(reviewLabelSchema)
/** The texts of a beat's content; redacted when they were stored. */
const textsSchema = z.object({ prompt: z.string().nullable(), response: z.string().nullable() })
const verdictShape = beatHeaderSchema.pick({ findings: true, engine: true })
const pageRows = 100

/**
 * Labelled incidents as JSONL, one line a label, as `npm run train` reads it. [T4] An incident whose texts were
 * erased has nothing to learn from, and is left out.
 */
export async function* trainingLines(
  db: D1Database,
  actor: UserActor,
  filter: IncidentFilter,
): AsyncGenerator<string> {
  for (let last: { runId: string; seq: number } | null = null; ;) {
    const page: Row[] = await readPage(db, actor, filter, last)
    for (const row of page) yield linesOf(row)
    const end = page.at(-1)
    if (end === undefined || page.length < pageRows) return
    last = end
  }
}

type Row = Awaited<ReturnType<typeof readPage>>[number]

function readPage(
  db: D1Database,
  actor: UserActor,
  filter: IncidentFilter,
  after: { runId: string; seq: number } | null,
) {
  const { runId, seq } = incidents
  return drizzle(db)
    .select({ runId, seq, label: incidents.label, header: entries.header, content: entries.content })
    .from(incidents)
    .innerJoin(entries, and(eq(entries.runId, runId), eq(entries.seq, seq)))
    .where(
      and(
        incidentFilter(actor, filter),
        isNotNull(incidents.label),
        isNotNull(entries.content),
        after === null
          ? undefined
          : or(gt(runId, after.runId), and(eq(runId, after.runId), gt(seq, after.seq))),
      ),
    )
    .orderBy(asc(runId), asc(seq))
    .limit(pageRows)
}

function linesOf({ runId, seq, label, header, content }: Row): string {
  const trainer = new FeedbackTrainer()
  const id = `${runId}:${seq}`
  const { findings, engine } = verdictShape.parse(JSON.parse(header))
  trainer.record(id, textsSchema.parse(JSON.parse(content ?? '{}')), { findings, engine })
  for (const one of labelsSchema.parse(JSON.parse(label ?? '[]'))) trainer.label(id, one)
  return trainer.exportTraining()
}
