import { env } from 'cloudflare:test'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { contentCommitment, linkHash } from '../../durable-objects/chain.ts'
import { auditRecordSchema } from '../../protocol/index.ts'
import { newId, newSecret } from '../auth/secrets.ts'
import { call, postBeat, readProblem } from '../testing/call.ts'
import { seedKey, seedProject, seedUser } from '../testing/seed.ts'
import type { AuditEvent } from './audit-event.ts'
import { auditGenesis } from './audit-record.ts'
import { recordAudit } from './record-audit.ts'
import { verifyAudit } from './verify-audit.ts'

const pageSchema = z.object({ data: z.array(auditRecordSchema), next_cursor: z.string().nullable() })

function event(organizationId: string, more: Partial<AuditEvent> = {}): AuditEvent {
  return {
    organizationId,
    action: 'key.update',
    actor: { type: 'user', id: 'usr_ada' },
    target: { type: 'key', id: 'key_a' },
    before: { name: 'old' },
    after: { name: 'new' },
    request: new Request('https://custos.test', {
      headers: { 'CF-Connecting-IP': '192.0.2.1', 'User-Agent': 'Test/1' },
    }),
    requestId: 'req_1',
    ...more,
  }
}

async function filled(count: number): Promise<string> {
  const organizationId = newId('org_')
  for (let i = 0; i < count; i++) {
    await recordAudit(env, event(organizationId, { target: { type: 'key', id: `key_${i}` } }))
  }
  return organizationId
}

async function list(auth: Record<string, string>, organizationId: string, query = '') {
  const answer = await call('GET', `/organizations/${organizationId}/audit/${query}`, auth)
  return pageSchema.parse(await answer.json())
}

describe('the audit log', () => {
  it('[U1] [U2] numbers and chains the records of an organisation', async () => {
    const organizationId = await filled(3)
    const check = await verifyAudit(env.DB, organizationId)
    expect(check).toMatchObject({ intact: true, records: 3 })
    expect(await verifyAudit(env.DB, newId('org_'))).toMatchObject({ intact: true, records: 0 })
  })

  it('[U1] neither forks nor skips when many write at once', async () => {
    const organizationId = newId('org_')
    await Promise.all(Array.from({ length: 12 }, () => recordAudit(env, event(organizationId))))
    expect(await verifyAudit(env.DB, organizationId)).toMatchObject({ intact: true, records: 12 })
  })

  it('[U1] writes the record and the deed together, or neither', async () => {
    const { organizationId, projectId } = await seedProject()
    const rename = env.DB.prepare('UPDATE projects SET name = ? WHERE id = ?')
    const together = [rename.bind('Renamed', projectId), env.DB.prepare('INSERT INTO members VALUES (1)')]
    await expect(recordAudit(env, event(organizationId), together)).rejects.toThrow('members')
    expect(await verifyAudit(env.DB, organizationId)).toMatchObject({ records: 0 })
    const [done] = await recordAudit(env, event(organizationId), [rename.bind('Renamed', projectId)])
    expect(done?.meta.changes).toBe(1)
    expect(await verifyAudit(env.DB, organizationId)).toMatchObject({ records: 1 })
  })

  it.each([
    ['a changed record', `UPDATE audit_log SET record = replace(record, 'usr_ada', 'usr_eve') WHERE seq = 3`],
    ['changed details', `UPDATE audit_log SET details = replace(details, 'new', 'odd') WHERE seq = 3`],
    ['a changed column', `UPDATE audit_log SET at = at - 1 WHERE seq = 3`],
    ['a changed action column', `UPDATE audit_log SET action = 'run.end' WHERE seq = 3`],
    ['a changed actor column', `UPDATE audit_log SET actor_id = 'usr_eve' WHERE seq = 3`],
    ['a dropped record', `DELETE FROM audit_log WHERE seq = 3`],
    ['a swapped pair', `UPDATE audit_log SET seq = 7 - seq + 1000 WHERE seq IN (3, 4)`],
  ])('[U2] finds %s', async (_, tampering) => {
    const organizationId = await filled(5)
    await env.DB.prepare(`${tampering} AND organization_id = ?`).bind(organizationId).run()
    await env.DB.prepare('UPDATE audit_log SET seq = seq - 1000 WHERE seq > 1000').run()
    expect(await verifyAudit(env.DB, organizationId)).toMatchObject({ intact: false, seq: 3 })
  })

  it('[U3] stays whole when details are erased, and keeps no secret', async () => {
    const { organizationId } = await seedProject()
    const { auth } = await seedUser(organizationId)
    const key = newSecret('cus_live_')
    await recordAudit(env, event(organizationId, { after: { name: `x ${key}`, password: 'hunter2hunter2' } }))
    const { results } = await env.DB.prepare('SELECT * FROM audit_log WHERE organization_id = ?')
      .bind(organizationId)
      .all()
    expect(JSON.stringify(results)).not.toContain(key)
    expect(JSON.stringify(results)).not.toContain('hunter2')
    await env.DB.prepare('UPDATE audit_log SET details = NULL, salt = NULL WHERE organization_id = ?')
      .bind(organizationId)
      .run()
    expect(await verifyAudit(env.DB, organizationId)).toMatchObject({ intact: true, records: 1 })
    expect((await list(auth, organizationId)).data[0]?.details).toBeNull()
  })

  it('[U4] is listed newest first, page by page, and by action, actor, target and time', async () => {
    const { organizationId } = await seedProject()
    const { auth } = await seedUser(organizationId, 'auditor')
    for (let i = 0; i < 4; i++) {
      await recordAudit(env, event(organizationId, { target: { type: 'key', id: `key_${i}` } }))
    }
    await recordAudit(env, event(organizationId, { action: 'run.end', actor: { type: 'system', id: null } }))
    const first = await list(auth, organizationId, '?limit=3')
    expect(first.data.map(({ seq }) => seq)).toEqual([5, 4, 3])
    const rest = await list(auth, organizationId, `?limit=3&cursor=${first.next_cursor}`)
    expect(rest.data.map(({ seq }) => seq)).toEqual([2, 1])
    expect(rest.next_cursor).toBeNull()
    expect(rest.data[1]).toMatchObject({
      action: 'key.update',
      actor: { type: 'user', id: 'usr_ada' },
      request_id: 'req_1',
      details: {
        address: '192.0.2.1',
        user_agent: 'Test/1',
        before: { name: 'old' },
        after: { name: 'new' },
      },
    })
    expect((await list(auth, organizationId, '?action=run.end')).data).toHaveLength(1)
    expect((await list(auth, organizationId, '?actor=usr_ada')).data).toHaveLength(4)
    expect((await list(auth, organizationId, '?target=key_2')).data).toHaveLength(1)
    const before = new Date(Date.now() + 60_000).toISOString()
    expect((await list(auth, organizationId, `?end=${before}`)).data).toHaveLength(5)
    expect((await list(auth, organizationId, `?start=${before}`)).data).toHaveLength(0)
  })

  it('[U5] exports lines that can be checked by themselves, and notes who took them', async () => {
    const { organizationId } = await seedProject()
    const { auth, id } = await seedUser(organizationId, 'auditor')
    for (let i = 0; i < 3; i++) await recordAudit(env, event(organizationId))
    const answer = await call('GET', `/organizations/${organizationId}/audit/export/`, auth)
    expect(answer.headers.get('Content-Disposition')).toContain('attachment')
    const lines = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as unknown)
    const rowSchema = z.object({
      record: z.string(),
      details: z.string(),
      salt: z.string(),
      hash: z.string(),
    })
    let hash = auditGenesis(organizationId)
    for (const row of lines.slice(1, -1).map((line) => rowSchema.parse(line))) {
      expect(row.hash).toBe(linkHash(hash, row.record))
      expect(row.record).toContain(contentCommitment(row.salt, row.details))
      ;({ hash } = row)
    }
    expect(lines.at(-1)).toEqual({ count: 4, head: hash, complete: true })
    expect(lines.at(-2)).toMatchObject({ record: expect.stringContaining('audit.export') as string })
    expect(lines.at(-2)).toMatchObject({ record: expect.stringContaining(id) as string })
  })

  it('[U5] [X9] exports CSV that no spreadsheet runs', async () => {
    const { organizationId } = await seedProject()
    const { auth } = await seedUser(organizationId, 'owner')
    const agent = '=HYPERLINK("https://evil.example")'
    const request = new Request('https://custos.test', { headers: { 'User-Agent': agent } })
    await recordAudit(env, event(organizationId, { request }))
    const answer = await call('GET', `/organizations/${organizationId}/audit/export/?format=csv`, auth)
    const rows: Record<string, string>[] = parse(await answer.text(), { columns: true })
    expect(rows[0]?.['user_agent']).toBe(`'${agent}`)
    expect(rows[1]?.['action']).toBe('audit.export')
  })

  it('[A2] is for those with the right alone', async () => {
    const { organizationId, projectId } = await seedProject()
    const stranger = await seedUser((await seedProject()).organizationId)
    const key = await seedKey({
      project: { organizationId, projectId },
      scopes: ['read', 'export', 'project'],
    })
    const analyst = await seedUser(organizationId, 'analyst')
    for (const path of ['', 'export/', 'check/']) {
      const at = `/organizations/${organizationId}/audit/${path}`
      expect((await call('GET', at)).status).toBe(401)
      expect((await call('GET', at, key.auth)).status).toBe(403)
      expect((await call('GET', at, analyst.auth)).status).toBe(403)
      expect((await readProblem(await call('GET', at, stranger.auth))).code).toBe('not_found')
    }
  })

  it('[U1] tells of the orders that people give to runs, once for each that changes something', async () => {
    const key = await seedKey()
    const person = await seedUser(key.organizationId, 'analyst')
    const owner = await seedUser(key.organizationId)
    const { run_id } = await postBeat(key.auth, { response: 'Hi' })
    for (const order of ['pause', 'pause', 'resume', 'end', 'end']) {
      expect((await call('POST', `/simulator/runs/${run_id}/${order}/`, person.auth)).status).toBe(200)
    }
    expect((await call('POST', `/simulator/runs/${run_id}/resume/`, person.auth)).status).toBe(409)
    const started = await call('POST', '/simulator/runs/', person.auth, {
      project_id: key.projectId,
      name: 'Second',
    })
    expect(started.status).toBe(201)
    const { data } = await list(owner.auth, key.organizationId)
    expect(data.map(({ action }) => action)).toEqual(['run.start', 'run.end', 'run.resume', 'run.pause'])
    expect(data[3]).toMatchObject({
      actor: { type: 'user', id: person.id },
      target: { type: 'run', id: run_id },
      details: { before: { status: 'active' }, after: { status: 'paused' } },
    })
  })
})
