import { describe, expect, it } from 'vitest'
import type { OnSevere } from '../protocol/index.ts'
import { call, postBeat, readLog, readProblem, readRun } from './testing/call.ts'
import { seedKey, seedUser } from './testing/seed.ts'

const benign = { prompt: 'What is the capital of France?', response: 'Paris.' }
/** The client's own report is the surest way to a severe beat. [B15] */
const severe = { ...benign, status: 'red', flatline: true }

async function seedRun(onSevere: OnSevere = 'hold') {
  const key = await seedKey({ onSevere })
  const user = await seedUser(key.organizationId)
  const first = await postBeat(key.auth, benign)
  const order = (verb: string, runId = first.run_id) =>
    call('POST', `/simulator/runs/${runId}/${verb}/`, user.auth)
  const run = async (runId = first.run_id) =>
    readRun(await call('GET', `/simulator/runs/${runId}/`, user.auth))
  return { key, user, runId: first.run_id, order, run }
}

describe('a run', () => {
  it('[R5] is started once: 201 for a new one, 200 for the open one as it is', async () => {
    const key = await seedKey()
    const user = await seedUser(key.organizationId)
    const input = { api_key_id: key.id, name: 'nightly', labels: ['staging'] }
    const started = await call('POST', '/simulator/runs/', user.auth, input)
    expect(started.status).toBe(201)
    const run = await readRun(started)
    expect(run).toMatchObject({ name: 'nightly', labels: ['staging'], status: 'active', last_seq: 0 })
    const again = await call('POST', '/simulator/runs/', key.auth, {})
    expect(again.status).toBe(200)
    expect((await readRun(again)).id).toBe(run.id)
    expect((await postBeat(key.auth, benign)).run_id).toBe(run.id)
  })

  it('[R5] started by two requests at once is one run', async () => {
    const key = await seedKey()
    const answers = await Promise.all([1, 2, 3].map(() => call('POST', '/simulator/runs/', key.auth, {})))
    expect(answers.map((answer) => String(answer.status)).toSorted()).toEqual(['200', '200', '201'])
    const ids = await Promise.all(answers.map(async (answer) => (await readRun(answer)).id))
    expect(new Set(ids).size).toBe(1)
  })

  it('[R5] without a key takes the beats of people who name it', async () => {
    const { organizationId } = await seedKey()
    const user = await seedUser(organizationId)
    const run = await readRun(await call('POST', '/simulator/runs/', user.auth, {}))
    expect(run.api_key_id).toBeNull()
    const receipt = await postBeat(user.auth, { ...benign, run_id: run.id })
    expect(receipt).toMatchObject({ run_id: run.id, seq: 1 })
    const nameless = await call('POST', '/simulator/logs/', user.auth, benign)
    expect(nameless.status).toBe(400)
    expect((await readProblem(nameless)).errors).toMatchObject([{ field: 'run_id' }])
  })

  it('[I3] asked for twice under one Idempotency-Key is one run; so is a beat', async () => {
    const key = await seedKey()
    const user = await seedUser(key.organizationId)
    const once = { 'Idempotency-Key': 'once' }
    const [first, second] = [1, 2].map(() => call('POST', '/simulator/runs/', { ...user.auth, ...once }, {}))
    const [a, b] = [await first, await second]
    expect([a?.status, b?.status].map(String).toSorted()).toEqual(['200', '201'])
    expect(await a?.json()).toEqual(await b?.json())
    const beat = await call('POST', '/simulator/logs/', { ...key.auth, ...once }, benign)
    const again = await call('POST', '/simulator/logs/', { ...key.auth, ...once }, benign)
    expect([beat.status, again.status]).toEqual([201, 200])
  })

  it('[R5] [R6] pauses, records on while paused, resumes, ends; illegal orders are 409', async () => {
    const { key, runId, order, run } = await seedRun()
    expect(await readRun(await order('pause'))).toMatchObject({ status: 'paused', pause_reason: 'operator' })
    expect((await order('pause')).status).toBe(200)
    expect(await postBeat(key.auth, benign)).toMatchObject({ while_paused: true, run_status: 'paused' })
    expect(await readRun(await order('resume'))).toMatchObject({ status: 'active', pause_reason: null })
    expect((await order('resume')).status).toBe(409)
    expect(await readRun(await order('end'))).toMatchObject({ status: 'ended' })
    expect((await order('end')).status).toBe(200)
    const pause = await order('pause')
    expect(pause.status).toBe(409)
    expect(await readProblem(pause)).toMatchObject({ code: 'run_transition' })
    const events = (await readLog(key.auth, runId)).flatMap((entry) =>
      entry.type === 'system' ? [entry.event] : [],
    )
    expect(events).toEqual(['paused', 'resumed', 'ended'])
    expect((await run()).ended_at).not.toBeNull()
  })

  it('[B14] a beat for an ended run that it names is 409 with the next run; unnamed it opens that', async () => {
    const { key, runId, order, run } = await seedRun()
    await order('end')
    const { next_run_id } = await run()
    const named = await call('POST', '/simulator/logs/', key.auth, { ...benign, run_id: runId })
    expect(named.status).toBe(409)
    expect(await readProblem(named)).toMatchObject({ code: 'run_ended', next_run_id })
    const beat = await postBeat(key.auth, { ...benign, run_id: next_run_id })
    expect(beat).toMatchObject({ run_id: next_run_id, seq: 1 })
    expect((await postBeat(key.auth, benign)).run_id).toBe(next_run_id)
    expect(await run(beat.run_id)).toMatchObject({ previous_run_id: runId })
  })

  it('[B14] a heartbeat opens no successor', async () => {
    const { key, runId, order, run } = await seedRun()
    await order('end')
    const heartbeat = await call('POST', '/simulator/logs/', key.auth, { kind: 'heartbeat' })
    expect(await heartbeat.json()).toEqual({ ok: true, run_id: runId, status: 'ended' })
    const { next_run_id } = await run()
    expect((await call('GET', `/simulator/runs/${next_run_id}/`, key.auth)).status).toBe(404)
  })

  it('[B4] an id that the closed run took is the same beat after the roll-over', async () => {
    const { key, runId, order } = await seedRun()
    const first = await postBeat(key.auth, { ...benign, id: 'kept' })
    await order('end')
    await postBeat(key.auth, benign)
    const again = await call('POST', '/simulator/logs/', key.auth, { ...benign, id: 'kept' })
    expect(again.status).toBe(200)
    expect(await again.json()).toMatchObject({
      run_id: runId,
      seq: first.seq,
      hash: first.hash,
      duplicate: true,
    })
  })

  it('[R4] a severe beat makes it misaligned until a person resumes it', async () => {
    const { key, order, run } = await seedRun()
    expect(await postBeat(key.auth, severe)).toMatchObject({
      flatline: true,
      run_status: 'misaligned',
      ended_at: null,
    })
    expect(await postBeat(key.auth, benign)).toMatchObject({ run_status: 'misaligned' })
    expect(await readRun(await order('resume'))).toMatchObject({ status: 'active' })
    expect((await run()).stats.flatlines).toBe(1)
  })

  it('[R4] on_severe: end closes it as misaligned, and the next response opens a successor that names it', async () => {
    const { key, runId, run } = await seedRun('end')
    const last = await postBeat(key.auth, severe)
    expect(last.ended_at).not.toBeNull()
    const closed = await run()
    expect(closed).toMatchObject({ status: 'misaligned', ended_at: last.ended_at })
    const next = await postBeat(key.auth, benign)
    expect(next.run_id).toBe(closed.next_run_id)
    expect(await run(next.run_id)).toMatchObject({ previous_run_id: runId, status: 'active' })
    const events = (await readLog(key.auth, runId)).flatMap((entry) =>
      entry.type === 'system' ? [entry.event] : [],
    )
    expect(events).toEqual(['misaligned', 'ended', 'superseded'])
  })

  it('[R4] on_severe: halt records beats and answers 403 until a person resumes', async () => {
    const { key, runId, order } = await seedRun('halt')
    await postBeat(key.auth, { ...severe, id: 'severe' })
    expect((await call('POST', '/simulator/logs/', key.auth, { ...severe, id: 'severe' })).status).toBe(200)
    const halted = await call('POST', '/simulator/logs/', key.auth, { ...benign, id: 'recorded' })
    expect(halted.status).toBe(403)
    expect(await readProblem(halted)).toMatchObject({ code: 'key_halted' })
    expect((await readLog(key.auth, runId)).some((entry) => entry.id === 'recorded')).toBe(true)
    await order('resume')
    expect((await call('POST', '/simulator/logs/', key.auth, benign)).status).toBe(201)
  })

  it('[R3] warns after ten bad beats and recovers with hysteresis', async () => {
    const { key, runId } = await seedRun()
    const bad = Array.from({ length: 12 }, () => ({ ...benign, status: 'red' }))
    await call('POST', '/simulator/logs/batch/', key.auth, { beats: bad })
    const good = Array.from({ length: 300 }, () => benign)
    await call('POST', '/simulator/logs/batch/', key.auth, { beats: good })
    const events = (await readLog(key.auth, runId)).flatMap((entry) =>
      entry.type === 'system' ? [entry] : [],
    )
    expect(events.map((event) => event.event)).toEqual(['warning', 'recovered'])
    const [warning, recovered] = events.map((event) => event.figures?.['score_recent'] ?? NaN)
    expect(warning).toBeLessThan(0.85)
    expect(recovered).toBeGreaterThanOrEqual(0.88)
  })

  it('[R8] is listed newest first, page by page, for its own people only', async () => {
    const { organizationId } = await seedKey()
    const user = await seedUser(organizationId)
    const started: string[] = []
    for (let i = 0; i < 5; i++)
      started.push((await readRun(await call('POST', '/simulator/runs/', user.auth, {}))).id)
    const listed: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer = await call('GET', `/simulator/runs/?limit=2${cursor && `&cursor=${cursor}`}`, user.auth)
      const page: { data: { id: string }[]; next_cursor: string | null } = await answer.json<{
        data: { id: string }[]
        next_cursor: string | null
      }>()
      listed.push(...page.data.map((run) => run.id))
      cursor = page.next_cursor
    }
    expect(listed.toSorted()).toEqual(started.toSorted())
    const several = await call('GET', '/simulator/runs/current/', user.auth)
    expect(several.status).toBe(409)
    expect((await call('GET', '/simulator/runs/?cursor=nonsense', user.auth)).status).toBe(400)
  })
})

describe('amendments', () => {
  it('[E7] [G2] are added to a beat, once by id, redacted, and change nothing of it', async () => {
    const { key, runId } = await seedRun()
    const path = `/simulator/logs/${runId}/1/amendments/`
    const body = {
      id: 'act-1',
      amendment: 'action',
      data: { action: 'raised', note: 'card 4539 1488 0343 6467' },
    }
    expect((await call('POST', path, key.auth, body)).status).toBe(201)
    expect((await call('POST', path, key.auth, body)).status).toBe(200)
    const [beat, amendment, ...more] = await readLog(key.auth, runId)
    expect(more).toEqual([])
    expect(beat).toMatchObject(benign)
    expect(amendment).toMatchObject({
      type: 'amendment',
      beat_seq: 1,
      beat_id: beat?.id,
      amendment: 'action',
    })
    expect(JSON.stringify(amendment)).not.toContain('0343')
    expect((await call('POST', `/simulator/logs/${runId}/99/amendments/`, key.auth, body)).status).toBe(404)
    expect((await call('POST', path, key.auth, { amendment: 'praise', data: {} })).status).toBe(400)
    const other = await postBeat(key.auth, benign)
    const taken = await call('POST', `/simulator/logs/${runId}/${other.seq}/amendments/`, key.auth, body)
    expect(taken.status).toBe(409)
  })
})
