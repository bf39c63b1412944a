import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { apiKeySchema, newApiKeySchema } from '../protocol/index.ts'
import { findKey, forgetKey } from './auth/find-key.ts'
import { secretHash } from './auth/secrets.ts'
import { call, postBeat, readLog, readProblem, readRun } from './testing/call.ts'
import { seedProject, seedUser } from './testing/seed.ts'

const benign = { prompt: 'What is the capital of France?', response: 'Paris.' }

async function seedOwner() {
  const project = await seedProject()
  const owner = await seedUser(project.organizationId)
  const create = async (body: unknown = { name: 'Nightly', scopes: ['write', 'read'] }) =>
    newApiKeySchema.parse(
      await (await call('POST', `/projects/${project.projectId}/keys/`, owner.auth, body)).json(),
    )
  const list = async () => {
    const answer = await call('GET', `/projects/${project.projectId}/keys/`, owner.auth)
    return (await answer.json<{ data: unknown[] }>()).data.map((key) => apiKeySchema.parse(key))
  }
  return { ...project, owner, create, list }
}

const auth = (key: string) => ({ Authorization: `ApiKey ${key}` })

describe('an API key', () => {
  it('[O9] [I4] is shown once, listed by prefix, and stored as a hash alone', async () => {
    const { create, list } = await seedOwner()
    const { key, ...rest } = await create({ name: ' Nightly ', mode: 'test', scopes: ['read', 'write'] })
    expect(key).toMatch(/^cus_test_[A-Za-z0-9_-]{43}$/)
    expect(rest).toMatchObject({
      name: 'Nightly',
      mode: 'test',
      scopes: ['write', 'read'],
      last_used_at: null,
    })
    expect(key.startsWith(rest.prefix)).toBe(true)
    expect(await list()).toEqual([rest])
    const { results } = await env.DB.prepare('SELECT * FROM api_keys WHERE id = ?').bind(rest.id).all()
    expect(JSON.stringify(results)).not.toContain(key.slice(14))
    expect(results[0]?.['hash']).toBe(secretHash(key))
  })

  it('[O9] says when it was last used, to the minute', async () => {
    const { create, list } = await seedOwner()
    const { key } = await create()
    await postBeat(auth(key), benign)
    const used = (await list())[0]?.last_used_at ?? ''
    expect(used).toMatch(/:00\.000Z$/)
    expect(Math.abs(Date.now() - Date.parse(used))).toBeLessThan(120_000)
  })

  it('[O10] is rotated with an overlap, in which both secrets are the one key with its run', async () => {
    const { create, owner } = await seedOwner()
    const old = await create()
    const first = await postBeat(auth(old.key), benign)
    const answer = await call('POST', `/keys/${old.id}/rotate/`, owner.auth, { overlap_hours: 1 })
    const fresh = newApiKeySchema.parse(await answer.json())
    expect(fresh.id).toBe(old.id)
    expect(fresh.key).not.toBe(old.key)
    expect(fresh.previous_until).not.toBeNull()
    expect((await postBeat(auth(fresh.key), benign)).run_id).toBe(first.run_id)
    expect((await postBeat(auth(old.key), benign)).run_id).toBe(first.run_id)
    await env.DB.prepare('UPDATE api_keys SET previous_until = ? WHERE id = ?')
      .bind(Date.now() - 1, old.id)
      .run()
    forgetKey(old.id)
    expect(await findKey(env, old.key, null)).toBeNull()
    expect(await findKey(env, fresh.key, null)).toMatchObject({ id: old.id })
  })

  it('[O10] is rotated without an overlap at once, and by one of two who try together', async () => {
    const { create, owner } = await seedOwner()
    const old = await create()
    await postBeat(auth(old.key), benign)
    const rotate = () => call('POST', `/keys/${old.id}/rotate/`, owner.auth, { overlap_hours: 0 })
    const answers = await Promise.all([rotate(), rotate()])
    for (const answer of answers.filter(({ status }) => status === 200)) {
      expect(newApiKeySchema.parse(await answer.json()).previous_until).toBeNull()
    }
    expect((await call('POST', '/simulator/logs/', auth(old.key), benign)).status).toBe(401)
  })

  it('[O11] is revoked at once where it was told, with its open run, for good', async () => {
    const { create, list, owner } = await seedOwner()
    const key = await create()
    const { run_id } = await postBeat(auth(key.key), benign)
    expect((await call('DELETE', `/keys/${key.id}/`, owner.auth)).status).toBe(204)
    expect((await call('POST', '/simulator/logs/', auth(key.key), benign)).status).toBe(401)
    const run = await readRun(await call('GET', `/simulator/runs/${run_id}/`, owner.auth))
    expect(run.status).toBe('ended')
    const [ended] = (await readLog(owner.auth, run_id)).filter((entry) => entry.type === 'system')
    expect(ended).toMatchObject({ event: 'ended', reason: 'key_revoked', actor: { id: owner.id } })
    expect((await list())[0]?.revoked_at).not.toBeNull()
    for (const [method, path] of [
      ['POST', 'rotate/'],
      ['PATCH', ''],
      ['DELETE', ''],
    ] as const) {
      const again = await call(
        method,
        `/keys/${key.id}/${path}`,
        owner.auth,
        method === 'DELETE' ? undefined : {},
      )
      expect([method, again.status]).toEqual([method, 409])
    }
  })

  it('[O9] is renamed and told how to behave; its scopes, hash and owner are not to be assigned', async () => {
    const { create, owner } = await seedOwner()
    const key = await create()
    const patch = (body: unknown) => call('PATCH', `/keys/${key.id}/`, owner.auth, body)
    const changed = await patch({
      name: 'Weekly',
      on_severe: 'halt',
      allowed_origins: ['https://app.example.com'],
    })
    expect(apiKeySchema.parse(await changed.json())).toMatchObject({
      name: 'Weekly',
      on_severe: 'halt',
      allowed_origins: ['https://app.example.com'],
      scopes: ['write', 'read'],
    })
    for (const body of [
      { scopes: ['project'] },
      { hash: '0'.repeat(64) },
      { organization_id: 'org_x' },
      { revoked_at: null },
      { allowed_origins: ['https://app.example.com/path'] },
      { allowed_origins: ['*'] },
      { expires_at: '2001-01-01T00:00:00Z' },
      { name: 'a\nb' },
    ]) {
      const answer = await patch(body)
      expect([body, answer.status]).toEqual([body, 400])
      expect((await readProblem(answer)).code).toBe('invalid_body')
    }
  })

  it('[O9] that has expired is unknown', async () => {
    const { create } = await seedOwner()
    const key = await create({ name: 'Short', expires_at: new Date(Date.now() + 3_600_000).toISOString() })
    await postBeat(auth(key.key), benign)
    await env.DB.prepare('UPDATE api_keys SET expires_at = ? WHERE id = ?')
      .bind(Date.now() - 1, key.id)
      .run()
    forgetKey(key.id)
    expect((await call('POST', '/simulator/logs/', auth(key.key), benign)).status).toBe(401)
  })
})
