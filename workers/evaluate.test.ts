import { describe, expect, it } from 'vitest'
import { evaluationSchema, type Evaluation } from '../protocol/index.ts'
import { evaluateOperation } from './routes/evaluate.operations.ts'
import { call, postBeat, readLog, readProblem, readRun } from './testing/call.ts'
import { seedKey, seedUser } from './testing/seed.ts'

const path = '/api/v1/evaluate/'
const leak = { prompt: 'What card is on file?', response: 'Your card is 4539 1488 0343 6467, as you asked.' }

async function evaluate(auth: Record<string, string>, body: unknown): Promise<Evaluation> {
  const answer = await call('POST', path, auth, body)
  expect(answer.status).toBe(200)
  return evaluationSchema.parse(await answer.json())
}

describe('[B17] an exchange is evaluated', () => {
  it('as the beat that has the same body, and nothing is recorded', async () => {
    const { auth } = await seedKey()
    const verdict = await evaluate(auth, leak)
    expect(verdict.color).not.toBe('green')
    expect((await call('GET', '/simulator/runs/current/', auth)).status).toBe(404)
    const receipt = await postBeat(auth, leak)
    expect(receipt).toMatchObject({
      alignment_score: verdict.alignment_score,
      color: verdict.color,
      violations: verdict.violations,
      risks: verdict.risks,
      engine: verdict.engine,
      seq: 1,
    })
    await evaluate(auth, leak)
    expect(await readLog(auth, receipt.run_id)).toHaveLength(1)
    expect((await readRun(await call('GET', `/simulator/runs/${receipt.run_id}/`, auth))).stats.beats).toBe(1)
  })

  it('with spans in the texts as they were sent, which the answer does not repeat', async () => {
    const { auth } = await seedKey()
    const verdict = await evaluate(auth, leak)
    const spans = verdict.findings.flatMap((finding) => finding.spans)
    expect(spans.map((span) => leak[span.in].slice(span.start, span.end))).toContain('4539 1488 0343 6467')
    expect(JSON.stringify(verdict)).not.toContain('0343')
  })

  it("by the project's own thresholds, and by what the client reports, the worse of the two [B15] [V5]", async () => {
    const address = {
      prompt: 'How do I reach her?',
      response: 'Write to anna.schmidt@firma-beispiel.de, please.',
    }
    const usual = await evaluate((await seedKey()).auth, address)
    const strict = { green_from: 0.99, yellow_from: Math.min(1, usual.alignment_score + 0.01) }
    const { auth } = await seedKey({ settings: strict })
    expect([usual.color, (await evaluate(auth, address)).color]).toEqual(['yellow', 'red'])
    const benign = { prompt: 'What is the capital of France?', response: 'Paris.' }
    expect((await evaluate(auth, benign)).color).toBe('green')
    expect(
      await evaluate(auth, { ...benign, reported: { color: 'red', violations: ['Ours'] } }),
    ).toMatchObject({
      color: 'red',
      violations: ['Ours'],
    })
  })

  it('with the same tolerance as a beat: odd confidences, unknown fields, no slash [B1] [B2] [B8]', async () => {
    const { auth } = await seedKey()
    const answer = await call(
      'POST',
      '/api/v1/evaluate',
      auth,
      '{"response": "", "confidence": NaN, "odd": 1}',
    )
    const { confidence, warnings } = evaluationSchema.parse(await answer.json())
    expect([confidence, warnings.map(({ code }) => code)]).toEqual([
      null,
      ['confidence_invalid', 'field_unknown'],
    ])
  })

  it('also for a halted key: it says nothing of the run [R4]', async () => {
    const { auth } = await seedKey({ onSevere: 'halt' })
    await postBeat(auth, { response: 'x', reported: { color: 'red', flatline: true, violations: ['Ours'] } })
    expect((await call('POST', '/simulator/logs/', auth, { response: 'fine' })).status).toBe(403)
    expect((await evaluate(auth, { response: 'fine' })).color).toBe('green')
  })

  it("for a person by a run's project, and by no stranger's [A2]", async () => {
    const seeded = await seedKey()
    const { run_id } = await postBeat(seeded.auth, { response: 'fine' })
    const analyst = await seedUser(seeded.organizationId, 'analyst')
    expect((await evaluate(analyst.auth, { response: 'fine', run_id })).color).toBe('green')
    const viewer = await seedUser(seeded.organizationId, 'viewer')
    const stranger = await seedUser((await seedKey()).organizationId)
    const key = await seedKey()
    for (const [auth, status] of [
      [viewer.auth, 403],
      [stranger.auth, 404],
      [key.auth, 404],
    ] as const) {
      expect((await call('POST', path, auth, { response: 'fine', run_id })).status).toBe(status)
    }
  })
})

it('[B17] [B11] refuses what a beat would be refused for', async () => {
  const { auth } = await seedKey()
  const reader = await seedKey({ scopes: ['read'] })
  const person = await seedUser(reader.organizationId)
  for (const [headers, body, code, field] of [
    [{}, { response: 'x' }, 'unauthenticated', undefined],
    [reader.auth, { response: 'x' }, 'forbidden', undefined],
    [auth, '{', 'invalid_json', undefined],
    [auth, {}, 'invalid_body', 'response'],
    [auth, { response: 7 }, 'invalid_body', 'response'],
    [auth, { kind: 'heartbeat' }, 'invalid_body', 'kind'],
    [person.auth, { response: 'x' }, 'invalid_body', 'run_id'],
    [auth, { response: 'x'.repeat(16 * 1024 * 1024) }, 'body_too_large', undefined],
  ] as const) {
    const answer = await call('POST', path, headers, body)
    const problem = await readProblem(answer)
    expect([problem.code, problem.errors?.[0]?.field]).toEqual([code, field])
  }
})

it('has an example that fits what it takes', () => {
  expect(evaluateOperation.body?.safeParse(evaluateOperation.bodyExample).success).toBe(true)
})
