import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { findKey, forgetKey } from './auth/find-key.ts'
import { secretHash } from './auth/secrets.ts'
import { call, postBeat, readRun } from './testing/call.ts'
import { seedKey, seedProject, seedUser } from './testing/seed.ts'
import { connect } from './testing/socket.ts'
import { seedWorld, type World } from './testing/world.ts'

const benign = { prompt: 'What is the capital of France?', response: 'Paris.' }
const pageSchema = z.object({ data: z.array(z.looseObject({})), next_cursor: z.string().nullable() })

/** Two organisations that must not learn of each other. */
let ours: World
let theirs: World

beforeAll(async () => {
  ours = await seedWorld()
  theirs = await seedWorld()
})

async function page(auth: Record<string, string>, path: string) {
  const answer = await call('GET', path, auth)
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return pageSchema.parse(await answer.json())
}

/** A cursor as somebody makes one up. */
const place = (values: string) => Buffer.from(values).toString('base64url')

describe("another organisation's id", () => {
  it('[A5] in a query finds nothing', async () => {
    const { auth } = ours.people.owner
    for (const path of [
      `/simulator/runs/?project_id=${theirs.projectId}`,
      `/simulator/runs/?api_key_id=${theirs.key.id}`,
      `/incidents/?project_id=${theirs.projectId}`,
      `/incidents/?run_id=${theirs.runId}`,
    ]) {
      expect([path, (await page(auth, path)).data]).toEqual([path, []])
    }
    const byKey = `/simulator/runs/?project_id=${theirs.projectId}`
    expect((await page(ours.key.auth, byKey)).data).toEqual([])
    const current = await call('GET', `/simulator/runs/current/?api_key_id=${theirs.key.id}`, auth)
    expect(current.status).toBe(404)
  })

  it('[A5] in a body is no such thing', async () => {
    const { auth } = ours.people.owner
    for (const [path, body] of [
      ['/simulator/runs/', { api_key_id: theirs.key.id }],
      ['/simulator/runs/', { project_id: theirs.projectId }],
      ['/simulator/logs/', { ...benign, run_id: theirs.runId }],
      ['/api/v1/evaluate/', { ...benign, run_id: theirs.runId }],
    ] as const) {
      const byPerson = await call('POST', path, auth, body)
      const byKey = await call('POST', path, ours.key.auth, body)
      expect([path, byPerson.status, byKey.status]).toEqual([path, 404, 404])
    }
  })

  it('[A5] of a member, a key or an invitation is none of ours, though the path begins with ours', async () => {
    const { auth } = ours.people.owner
    const path = `/organizations/${ours.organizationId}`
    for (const [method, address, body] of [
      ['PATCH', `${path}/members/${theirs.people.viewer.id}/`, { role: 'owner' }],
      ['DELETE', `${path}/members/${theirs.people.viewer.id}/`, undefined],
      ['DELETE', `${path}/invitations/${theirs.invitationId}/`, undefined],
      ['PATCH', `/keys/${theirs.key.id}/`, { name: 'Mine' }],
      ['POST', `/keys/${theirs.key.id}/rotate/`, {}],
      ['DELETE', `/keys/${theirs.key.id}/`, undefined],
      ['DELETE', `/account/sessions/tok_${secretHash(theirs.people.owner.token).slice(0, 32)}/`, undefined],
    ] as const) {
      expect([address, (await call(method, address, auth, body)).status]).toEqual([address, 404])
    }
    expect((await call('GET', '/account/', theirs.people.owner.auth)).status).toBe(200)
  })

  it('[A5] in a cursor shows no page but our own', async () => {
    const { auth } = ours.people.owner
    const members = `/organizations/${ours.organizationId}/members/`
    const stranger = await page(
      theirs.people.owner.auth,
      `/organizations/${theirs.organizationId}/members/?limit=1`,
    )
    const listed = await page(auth, `${members}?cursor=${stranger.next_cursor}`)
    for (const member of listed.data) {
      expect(Object.values(theirs.people).map(({ id }) => id)).not.toContain(member['user_id'])
    }
    for (const cursor of [place(`[0,"' OR 1=1 --"]`), place(`[0,"${theirs.organizationId}"]`)]) {
      expect((await page(auth, `${members}?cursor=${cursor}`)).data).toHaveLength(6)
    }
    for (const cursor of ['x', place('{}'), place('[1]'), place('["1",2]'), place('[1e400,"x"]')]) {
      expect((await call('GET', `${members}?cursor=${cursor}`, auth)).status).toBe(400)
    }
  })

  it('[I3] does not share an Idempotency-Key or the id of a beat with ours', async () => {
    const once = { 'Idempotency-Key': 'the same for both' }
    const [a, b] = await Promise.all(
      [ours, theirs].map(async ({ people }) =>
        readRun(await call('POST', '/simulator/runs/', { ...people.owner.auth, ...once }, {})),
      ),
    )
    expect(a?.id).not.toBe(b?.id)
    const mine = await postBeat(ours.key.auth, { ...benign, id: 'one-id' })
    const foreign = await postBeat(theirs.key.auth, { ...benign, id: 'one-id' })
    expect(foreign.run_id).toBe(theirs.runId)
    expect(foreign).not.toHaveProperty('duplicate', true)
    expect(mine.run_id).toBe(ours.runId)
  })

  it('[X14] is in no export link that we can use, nor ours in theirs', async () => {
    const answer = await call('GET', `/simulator/export/${theirs.runId}/`, theirs.people.owner.auth)
    const link =
      /<([^>]+)>/.exec(answer.headers.get('Link') ?? '')?.[1] ?? `/simulator/export/${theirs.runId}/manifest/`
    await answer.body?.cancel()
    expect((await call('GET', link, ours.people.owner.auth)).status).toBe(404)
    expect((await call('GET', link.replace(theirs.runId, ours.runId), ours.people.owner.auth)).status).toBe(
      404,
    )
  })

  it('[L1] [L5] opens no socket, by no kind of credential', async () => {
    const { owner } = ours.people
    await expect(connect(theirs.runId, owner.auth)).rejects.toThrow('404')
    await expect(connect(`${theirs.runId}?token=${owner.token}`)).rejects.toThrow('404')
    await expect(connect(`${theirs.runId}?token=${ours.key.key}`)).rejects.toThrow('404')
    const ticket = await call('POST', `/simulator/runs/${theirs.runId}/ticket/`, owner.auth)
    expect(ticket.status).toBe(404)
  })
})

describe('guessing', () => {
  it('[A6] is compared by hash alone, found by an index', async () => {
    const { results } = await env.DB.prepare(
      'EXPLAIN QUERY PLAN SELECT id FROM api_keys WHERE hash = ?1 OR (previous_hash = ?1 AND previous_until > ?2)',
    )
      .bind(secretHash('x'), 0)
      .all<{ detail: string }>()
    const plan = results.map(({ detail }) => detail).join('; ')
    expect(plan).not.toContain('SCAN')
    const key = await seedKey()
    const row = await env.DB.prepare('SELECT * FROM api_keys WHERE id = ?').bind(key.id).first()
    expect(Object.values(row ?? {}).filter((value) => String(value).includes(key.key.slice(13)))).toEqual([])
    // A secret that shares all but its last sign with a good one, or is the hash itself, is as wrong as any.
    expect(await findKey(env, `${key.key.slice(0, -1)}~`, null)).toBeNull()
    expect(await findKey(env, secretHash(key.key), null)).toBeNull()
    expect(await findKey(env, key.key, null)).toMatchObject({ id: key.id })
  })

  it('[N3] makes the guesser wait, and nobody who was let in before', async () => {
    const at = { 'CF-Connecting-IP': '203.0.113.77' }
    const key = await seedKey()
    const user = await seedUser((await seedProject()).organizationId)
    await postBeat({ ...key.auth, ...at }, benign)
    expect((await call('GET', '/account/', { ...user.auth, ...at })).status).toBe(200)
    const statuses = new Set<number>()
    for (let i = 0; i < 40; i++) {
      const guess = i % 2 === 0 ? `ApiKey cus_live_guess${i}` : `Token cus_user_guess${i}`
      statuses.add((await call('GET', '/simulator/runs/', { Authorization: guess, ...at })).status)
    }
    expect(statuses).toEqual(new Set([401, 429]))
    // Its five seconds are over: it is asked for again, and let through.
    forgetKey(key.id)
    await postBeat({ ...key.auth, 'CF-Connecting-IP': '203.0.113.78' }, benign)
    await postBeat({ ...key.auth, ...at }, benign)
    expect((await call('GET', '/account/', { ...user.auth, ...at })).status).toBe(200)
  })
})
