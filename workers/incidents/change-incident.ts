import { and, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import type { Context } from 'hono'
import { canonicalText } from '../../durable-objects/canonical-text.ts'
import { redactValue } from '../../guardian/index.ts'
import { incidents, members } from '../../migrations/schema.ts'
import type { Incident, IncidentChange, Meta } from '../../protocol/index.ts'
import { auditBy } from '../audit/audit-by.ts'
import { recordAudit, statementOf } from '../audit/record-audit.ts'
import type { UserActor } from '../auth/actor.ts'
import { randomHex } from '../auth/random.ts'
import { newId } from '../auth/secrets.ts'
import type { AppContext, Env } from '../env.ts'
import { notFound, ProblemError } from '../http/problem-error.ts'
import type { GrantedRun } from '../runs/find-run.ts'
import { runSession } from '../runs/run-session-stub.ts'
import { readIncident, selectIncidents } from './read-incident.ts'

/**
 * Notes what a person made of an incident, and adds it to the run's log as an amendment first, so that the
 * evidence has whatever the list says. [T3] [E7]
 *
 * @throws ProblemError `not_found` when the beat is no incident, `invalid_body` for an owner who is no member
 */
export async function changeIncident(
  c: Context<AppContext>,
  actor: UserActor,
  run: GrantedRun,
  seq: number,
  change: IncidentChange,
): Promise<Incident> {
  const { env } = c
  const d1 = drizzle(env.DB)
  const here = and(eq(incidents.runId, run.id), eq(incidents.seq, seq))
  const [known] = await d1.select({ beatId: incidents.beatId }).from(incidents).where(here)
  if (!known) throw notFound('incident')
  if (change.owner_id) await requireMember(env.DB, run.organizationId, change.owner_id)
  const { value } = redactValue(change)
  const clean = value as IncidentChange
  await amend(env, actor, run.id, seq, clean)
  const update = d1
    .update(incidents)
    .set({
      ...(clean.state !== undefined && { state: clean.state }),
      ...(clean.owner_id !== undefined && { ownerId: clean.owner_id }),
      ...(clean.note !== undefined && { note: clean.note }),
      ...(clean.labels !== undefined && { label: JSON.stringify(clean.labels) }),
      updatedAt: Date.now(),
      updatedBy: actor.id,
    })
    .where(here)
  await recordAudit(
    env,
    {
      ...auditBy(c, actor),
      organizationId: run.organizationId,
      action: 'incident.update',
      target: { type: 'beat', id: known.beatId },
      // What a note says stands in the run's log; here is only that one was written.
      after: { ...clean, ...(clean.note && { note: true }), run_id: run.id, seq },
    },
    [statementOf(env.DB, update)],
  )
  const [row] = await selectIncidents(d1).where(here)
  if (!row) throw notFound('incident')
  return readIncident(row)
}

async function requireMember(db: D1Database, organizationId: string, userId: string): Promise<void> {
  const [member] = await drizzle(db)
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.organizationId, organizationId), eq(members.userId, userId)))
  if (member) return
  const message = 'is no member of the organisation that the run belongs to'
  throw new ProblemError('invalid_body', `owner_id: ${message}`, { errors: [{ field: 'owner_id', message }] })
}

/** A label where the verdict was judged, a note where it was only taken care of. */
async function amend(env: Env, actor: UserActor, runId: string, seq: number, change: IncidentChange) {
  const judged = change.labels !== undefined || change.state === 'false_alarm'
  const verdict = change.state === 'false_alarm' ? { verdict: 'wrong' } : {}
  const result = await runSession(env, runId).amend({
    id: newId('am_'),
    amendment: judged ? 'label' : 'note',
    author: { type: 'user', id: actor.id },
    beat_seq: seq,
    content: canonicalText({ data: { ...verdict, incident: change } as Meta }),
    salt: randomHex(16),
  })
  if (result.ok) return
  if (result.code === 'overloaded') {
    throw new ProblemError(
      'overloaded',
      'The run cannot take more just now. Try again in a moment.',
      {},
      { 'Retry-After': String(result.retry_after_s) },
    )
  }
  throw notFound('incident')
}
