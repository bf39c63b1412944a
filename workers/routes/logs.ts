import { Hono } from 'hono'
import { canonicalText } from '../../durable-objects/canonical-text.ts'
import { entryText, withheldText } from '../../durable-objects/entry-text.ts'
import {
  amendmentInputSchema,
  batchInputSchema,
  problem,
  type Meta,
  type Problem,
} from '../../protocol/index.ts'
import { can } from '../auth/access.ts'
import type { Actor } from '../auth/actor.ts'
import { authenticate } from '../auth/authenticate.ts'
import { randomHex } from '../auth/random.ts'
import { newId } from '../auth/secrets.ts'
import { redactValue } from '../../guardian/index.ts'
import { metaError } from '../beats/check-meta.ts'
import { overloaded } from '../beats/append-beats.ts'
import { readBeat } from '../beats/read-beat.ts'
import { takeBeats, type Item, type Outcome } from '../beats/take-beats.ts'
import type { AppContext } from '../env.ts'
import { problemResponse } from '../http/answer-error.ts'
import { notFound, ProblemError } from '../http/problem-error.ts'
import { parseBody, readJson } from '../http/read-body.ts'
import { readQuery } from '../http/read-query.ts'
import { followLabel } from '../incidents/follow-label.ts'
import { admitSender } from '../limits/admit-sender.ts'
import { countTaken } from '../metrics/count-taken.ts'
import { findRun } from '../runs/find-run.ts'
import { logQuerySchema, queryLog } from '../runs/log-query.ts'
import { runSession } from '../runs/run-session-stub.ts'
import { flushed } from '../runs/flushed.ts'

/** Beats in, the log out. */
export const logs = new Hono<AppContext>({ strict: false })

const json = { 'Content-Type': 'application/json' }

// One beat. [B1] [B3] [B4] [B5]
logs.post('/', async (c) => {
  const actor = await admitSender(c)
  const { value, malformedText } = await readJson(c.req.raw)
  const body = withIdempotencyKey(value, c.req.header('Idempotency-Key'))
  const [outcome] = await takeBeats(c.env, c.executionCtx, actor, [readBeat(body, malformedText)])
  if (!outcome || 'problem' in outcome) {
    return problemResponse(c, outcome?.problem ?? problem('internal', 'The beat came to nothing.'))
  }
  countTaken(outcome)
  return c.body(outcome.text, outcome.status, json)
})

// Many beats, answered item by item. [B12]
logs.post('/batch', async (c) => {
  const actor = await admitSender(c)
  const { value, malformedText } = await readJson(c.req.raw)
  const { beats } = parseBody(batchInputSchema, value)
  const outcomes = await takeBeats(
    c.env,
    c.executionCtx,
    actor,
    beats.map((beat): Item => readBeat(beat, malformedText)),
  )
  outcomes.forEach(countTaken)
  return c.body(`{"results":[${outcomes.map(resultText).join(',')}]}`, 200, json)
})

/** The header stands for a beat's own id where the body has none. [B3] */
function withIdempotencyKey(body: unknown, key: string | undefined): unknown {
  if (key === undefined || typeof body !== 'object' || body === null || 'id' in body) return body
  return { ...body, id: key }
}

function resultText(outcome: Outcome): string {
  if ('problem' in outcome)
    return JSON.stringify({ status: outcome.problem.status, problem: outcome.problem })
  return `{"status":${outcome.status},"${outcome.kind === 'heartbeat' ? 'heartbeat' : 'beat'}":${outcome.text}}`
}

// The log of a run, without texts for whoever may not read them. [G1] [G5]
logs.get('/:run_id', async (c) => {
  const actor = await authenticate(c.req.raw, c.env)
  const run = await findRun(c.env, actor, c.req.param('run_id'), 'run:read')
  const query = readQuery(c.req.url, logQuerySchema)
  await flushed(c.env, run.id)
  const rows = await queryLog(run.log, run.id, query)
  const page = rows.slice(0, query.limit)
  const next = rows.length > query.limit ? String(page.at(-1)?.seq) : null
  const texts = can(actor, 'text:read', run)
  const data = page.map((row) => (texts ? entryText(row) : withheldText(row))).join(',')
  return c.body(`{"data":[${data}],"next_cursor":${JSON.stringify(next)}}`, 200, json)
})

// What was learned about a beat later. [G2]
logs.post('/:run_id/:seq/amendments', async (c) => {
  const actor = await authenticate(c.req.raw, c.env)
  const run = await findRun(c.env, actor, c.req.param('run_id'), 'beat:amend')
  const seq = Number(c.req.param('seq'))
  if (!Number.isSafeInteger(seq) || seq < 1) throw notFound('beat')
  const { value } = await readJson(c.req.raw)
  const bad = metaError((value as { data?: unknown } | null)?.data)
  if (bad) throw fieldProblem({ ...bad, field: 'data' })
  const input = parseBody(amendmentInputSchema, withIdempotencyKey(value, c.req.header('Idempotency-Key')))
  const result = await runSession(c.env, run.id).amend({
    id: input.id ?? newId('am_'),
    amendment: input.amendment,
    author: authorOf(actor),
    beat_seq: seq,
    content: canonicalText({ data: redactValue(input.data).value as Meta }),
    salt: randomHex(16),
  })
  if (!result.ok && result.code === 'overloaded') throw overloaded(result.retry_after_s)
  if (!result.ok && result.code === 'id_taken') {
    throw new ProblemError('id_taken', 'This id is that of an amendment to another beat. Choose a fresh one.')
  }
  if (!result.ok) throw notFound('beat')
  if (!result.duplicate) await followLabel(c.env.DB, actor, run.id, seq, input)
  return c.json({ run_id: run.id, seq: result.seq, beat_seq: seq }, result.duplicate ? 200 : 201)
})

function authorOf(actor: Actor) {
  return { type: actor.type, id: actor.id }
}

function fieldProblem(error: NonNullable<Problem['errors']>[number]): ProblemError {
  return new ProblemError('invalid_body', `${error.field}: ${error.message}`, { errors: [error] })
}
