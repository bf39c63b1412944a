import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { projectPolicySchema } from '../protocol/index.ts'
import { forgetKey } from './auth/find-key.ts'
import { call, postBeat, readProblem } from './testing/call.ts'
import { seedKey, seedUser } from './testing/seed.ts'

const offer = { prompt: 'Is it cheaper?', response: 'I can offer you a discount of ten percent.' }
const policy = {
  id: 'acme.support',
  version: '1.0.0',
  extends: 'custos.default',
  overrides: { 'harm.bypass_safety': { enabled: false } },
  rules: [
    {
      id: 'acme.no_discounts',
      title: 'Promises a discount',
      severity: 'high',
      target: 'response',
      when: { keywords: ['I can offer you a discount'] },
      examples: { fires: [{ response: offer.response }], silent: [{ response: 'No discounts here.' }] },
    },
  ],
}

async function seedPolicy() {
  const key = await seedKey()
  const user = await seedUser(key.organizationId, 'admin')
  const path = `/projects/${key.projectId}/policy/`
  const put = (body: unknown, auth: Record<string, string> = user.auth) => call('PUT', path, auth, body)
  const read = async () => projectPolicySchema.parse(await (await call('GET', path, user.auth)).json())
  return { key, user, path, put, read }
}

describe('the policy of a project', () => {
  it('[V9] judges its beats once it is put, and no other project’s', async () => {
    const { key, user, path, put, read } = await seedPolicy()
    expect((await read()).policy).toBeNull()
    expect((await postBeat(key.auth, offer)).violations).not.toContain('Promises a discount')
    expect((await put(policy)).status).toBe(200)
    expect((await read()).policy).toEqual(policy)
    expect((await read()).effective.rules.map(({ id }) => id)).toContain('acme.no_discounts')
    // Another isolate would believe what it knows of the key for five seconds.
    forgetKey(key.id)
    const judged = await postBeat(key.auth, offer)
    expect(judged).toMatchObject({
      color: 'red',
      violations: expect.arrayContaining(['Promises a discount']) as string[],
      engine: { policy: { id: 'acme.support', version: '1.0.0' } },
    })
    const verdict = await call('POST', '/api/v1/evaluate/', key.auth, offer)
    expect(await verdict.json()).toMatchObject({ engine: { policy: { id: 'acme.support' } } })
    // A person's beat to a run that they name stands under the same policy.
    const named = await postBeat(user.auth, { ...offer, run_id: judged.run_id })
    expect(named.violations).toContain('Promises a discount')
    const other = await seedKey()
    expect((await postBeat(other.auth, offer)).violations).not.toContain('Promises a discount')
    expect((await call('DELETE', path, user.auth)).status).toBe(204)
    forgetKey(key.id)
    expect((await postBeat(key.auth, offer)).violations).not.toContain('Promises a discount')
  })

  it('[V9] is refused with the part that is wrong, and changes nothing', async () => {
    const { put, read } = await seedPolicy()
    const [rule] = policy.rules
    const wrong = [
      { body: { ...policy, rules: [{ ...rule, when: { regex: '(a)\\1' } }] }, field: 'rules[0].when' },
      {
        body: { ...policy, rules: [{ ...rule, examples: { fires: [{ response: 'Nothing.' }] } }] },
        field: 'rules[0].examples.fires[0]',
      },
      {
        body: { ...policy, overrides: { 'no.such_rule': { enabled: false } } },
        field: 'overrides.no.such_rule',
      },
      { body: { ...policy, version: 'latest' }, field: 'version' },
      { body: [], field: 'policy' },
      { body: { ...policy, title: 'x'.repeat(300_000) }, field: '(body)' },
    ]
    for (const { body, field } of wrong) {
      const answer = await put(body)
      expect(answer.status).toBe(400)
      expect((await readProblem(answer)).errors?.[0]?.field).toContain(field)
    }
    expect((await read()).policy).toBeNull()
  })

  it('[A2] is read by its members and put by its managers, and the audit log says so', async () => {
    const { key, put, path } = await seedPolicy()
    const viewer = await seedUser(key.organizationId, 'viewer')
    const stranger = await seedUser((await seedKey()).organizationId)
    expect((await put(policy, viewer.auth)).status).toBe(403)
    expect((await put(policy, stranger.auth)).status).toBe(404)
    expect((await put(policy, key.auth)).status).toBe(403)
    expect((await call('GET', path, viewer.auth)).status).toBe(200)
    expect((await call('GET', path, stranger.auth)).status).toBe(404)
    await put(policy)
    const { results } = await env.DB.prepare(`SELECT action FROM audit_log WHERE organization_id = ?`)
      .bind(key.organizationId)
      .all()
    expect(results).toEqual([{ action: 'policy.update' }])
  })
})
