import { env, runDurableObjectAlarm } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { linkHash } from '../../durable-objects/chain.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { newId, secretHash } from '../auth/secrets.ts'
import { hashPassword } from '../identity/password-hash.ts'
import { runSession } from '../runs/run-session-stub.ts'
import { call, postBeat, readProblem } from '../testing/call.ts'
import { seedKey, seedProject, seedUser } from '../testing/seed.ts'
import { connect } from '../testing/socket.ts'
import { finishDeletions } from './delete-organization.ts'
import { tableRights } from './tables.ts'

const password = 'correct horse battery'

async function schemaTables(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'
     AND name <> 'd1_migrations'`,
  ).all<{ name: string }>()
  return results.map(({ name }) => name).sort()
}

/** Every row of every table in which any of the texts stands, as `table: row`. */
async function rowsWith(...texts: string[]): Promise<string[]> {
  const found: string[] = []
  for (const table of await schemaTables()) {
    const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all()
    const rows = results.map((row) => JSON.stringify(row))
    found.push(
      ...rows.filter((row) => texts.some((text) => row.includes(text))).map((row) => `${table}: ${row}`),
    )
  }
  return found
}

async function insert(table: string, row: Record<string, string | number | null>): Promise<void> {
  const names = Object.keys(row)
  await env.DB.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  )
    .bind(...Object.values(row))
    .run()
}

/**
 * A person whose traces are in every table that can have one, in an organisation of their own and in one with
 * others.
 */
async function seedTraces() {
  const shared = await seedProject()
  const own = await seedProject()
  const person = await seedUser(shared.organizationId, 'admin')
  const colleague = await seedUser(shared.organizationId, 'owner')
  const { id } = person
  const email = `${id}@example.com`
  const name = `Zebulon ${newId('')}`
  const address = `2001:db8:${id.slice(4, 8)}:${id.slice(8, 12)}::7`
  const now = Date.now()
  await env.DB.prepare('UPDATE users SET name = ? WHERE id = ?').bind(name, id).run()
  await env.DB.prepare('UPDATE organizations SET personal_of = ? WHERE id = ?')
    .bind(id, own.organizationId)
    .run()
  await insert('members', {
    organization_id: own.organizationId,
    user_id: id,
    role: 'owner',
    created_at: now,
  })
  await insert('sign_in_links', { hash: newId('h'), user_id: id, expires_at: now + 1e6 })
  const stamps = { created_at: now, updated_at: now }
  const hash = await hashPassword(password)
  await insert('auth_accounts', {
    id: newId('acc_'),
    account_id: id,
    provider_id: 'credential',
    user_id: id,
    password: hash,
    ...stamps,
  })
  await insert('auth_sessions', {
    id: newId('s'),
    token: newId('t'),
    user_id: id,
    expires_at: now,
    ...stamps,
  })
  await insert('auth_verifications', {
    id: newId('v'),
    identifier: `reset-password:${newId('t')}`,
    value: id,
    expires_at: now,
    ...stamps,
  })
  await insert('contact_messages', {
    id: newId('msg_'),
    name,
    email,
    message: 'Hello',
    created_at: now,
  })
  await insert('attempts', { bucket: `mail:${secretHash(email).slice(0, 40)}`, count: 1, resets_at: now })
  await insert('counters', { name: 'custos_heartbeats', labels: newId('x'), value: 1 })
  for (const { organizationId } of [shared, own]) {
    await insert('saved_views', {
      id: newId('view_'),
      organization_id: organizationId,
      user_id: id,
      name,
      address: '/',
      ...stamps,
    })
    await insert('invitations', {
      id: newId('inv_'),
      organization_id: organizationId,
      email,
      role: 'viewer',
      hash: newId('h'),
      invited_by: colleague.id,
      created_at: now,
      expires_at: now,
    })
    await recordAudit(env, {
      organizationId,
      action: 'view.create',
      actor: { type: 'user', id },
      target: { type: 'view', id: 'view_1' },
      after: { name },
      request: new Request('https://custos.test', { headers: { 'CF-Connecting-IP': address } }),
    })
  }
  const keys = []
  for (const project of [shared, own]) {
    const key = await seedKey({ project })
    await env.DB.prepare('UPDATE api_keys SET created_by = ? WHERE id = ?').bind(id, key.id).run()
    const beat = await postBeat(key.auth, {
      prompt: 'Hi',
      response: 'A text of the run',
      violations: ['x'],
    })
    await runSession(env, beat.run_id).flush()
    await insert('trace_blocks', {
      run_id: beat.run_id,
      block: 0,
      from_at: 0,
      to_at: 0,
      beats: 1,
      score_sum: 1,
      yellow: 0,
      red: 0,
      flatlines: 0,
    })
    await insert('tickets', { hash: newId('h'), run_id: beat.run_id, user_id: id, expires_at: now + 1e6 })
    await env.DB.prepare('UPDATE incidents SET owner_id = ?1, updated_by = ?1 WHERE run_id = ?2')
      .bind(id, beat.run_id)
      .run()
    await insert('tombstones', {
      run_id: newId('run_'),
      organization_id: project.organizationId,
      project_id: project.projectId,
      started_at: 1,
      last_seq: 1,
      head: 'h',
      deleted_at: 2,
    })
    keys.push({ ...key, runId: beat.run_id })
  }
  const [sharedKey, ownKey] = keys
  if (!sharedKey || !ownKey) throw new Error('no keys')
  return {
    person: { ...person, email, name, address },
    colleague,
    shared: { ...shared, ...sharedKey },
    own: { ...own, ...ownKey },
  }
}

/** What the cron and the objects' alarms do in the hours after. */
async function hoursLater(runId: string): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await runDurableObjectAlarm(runSession(env, runId))
    await finishDeletions(env, Date.now() + 3600_000 * (i + 1))
  }
}

describe('data rights', () => {
  it('[D2] know every table of the schema', async () => {
    expect(Object.keys(tableRights).sort()).toEqual(await schemaTables())
  })

  it('[D1] give an organisation every row it has, its texts and salts, and no secret', async () => {
    const { shared, person, colleague } = await seedTraces()
    const answer = await call('GET', `/organizations/${shared.organizationId}/export/`, person.auth)
    expect(answer.headers.get('Content-Disposition')).toContain('attachment')
    const text = await answer.text()
    const lines = text
      .trimEnd()
      .split('\n')
      .map((one) => JSON.parse(one) as Record<string, unknown>)
    const rowSchema = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) })
    const rows = lines.slice(1, -1).map((one) => rowSchema.parse(one))
    const tables = Object.entries(tableRights).filter(([, { ofOrganization }]) => ofOrganization !== null)
    expect([...new Set(rows.map(({ table }) => table))].sort()).toEqual(tables.map(([table]) => table).sort())
    expect(lines.at(-1)).toEqual({ rows: rows.length, complete: true })
    expect(text).toContain('A text of the run')
    const [entry] = rows.filter(({ table }) => table === 'entries').map(({ row }) => row)
    const genesis = secretHash(`custos/chain/1:${shared.runId}`)
    expect(entry?.['hash']).toBe(linkHash(genesis, String(entry?.['header'])))
    expect(entry?.['salt']).toMatch(/^[0-9a-f]{32}$/)
    for (const secret of [shared.key, secretHash(shared.key), person.token, secretHash(colleague.token)]) {
      expect(text).not.toContain(secret)
    }
    const log = await call('GET', `/organizations/${shared.organizationId}/audit/?limit=1`, person.auth)
    expect(await log.text()).toContain('organization.export')
  })

  it('[D1] give a person every row about them, and no secret', async () => {
    const { person } = await seedTraces()
    const answer = await call('GET', '/account/export/', person.auth)
    const text = await answer.text()
    const { tables } = z
      .object({ tables: z.record(z.string(), z.array(z.unknown())) })
      .parse(JSON.parse(text))
    const expected = Object.entries(tableRights).filter(([, { ofPerson }]) => ofPerson !== null)
    expect(Object.keys(tables).sort()).toEqual(expected.map(([table]) => table).sort())
    expect(Object.entries(tables).filter(([, rows]) => rows.length === 0)).toEqual([])
    expect(text).toContain(person.address)
    expect(text).not.toContain(secretHash(person.token))
    expect(text).not.toContain('scrypt$')
  })

  it('[D1] show a person nothing of an organisation that they have left, nor from where others came', async () => {
    const { person, colleague, shared, own } = await seedTraces()
    const removal = `/organizations/${shared.organizationId}/members/${person.id}/`
    const from = { ...colleague.auth, 'CF-Connecting-IP': '192.0.2.77' }
    expect((await call('DELETE', removal, from)).status).toBe(204)
    const text = await (await call('GET', '/account/export/', person.auth)).text()
    for (const theirs of [shared.id, '192.0.2.77']) expect(text).not.toContain(theirs)
    for (const still of [own.id, person.address]) expect(text).toContain(still)
  })

  it('[D2] leave nothing of an organisation but tombstones, and stop its keys, runs and sockets', async () => {
    const { shared, person, colleague } = await seedTraces()
    const path = `/organizations/${shared.organizationId}/`
    expect((await call('DELETE', path, person.auth, { confirm: 'Test' })).status).toBe(403)
    expect((await call('DELETE', path, colleague.auth, { confirm: 'test' })).status).toBe(400)
    const viewer = await connect(`${shared.runId}/?after=0`, colleague.auth)
    expect((await call('DELETE', path, colleague.auth, { confirm: 'Test' })).status).toBe(204)
    expect((await call('GET', path, colleague.auth)).status).toBe(404)
    expect((await call('GET', `/simulator/runs/${shared.runId}/`, colleague.auth)).status).toBe(404)
    expect((await call('POST', '/simulator/logs/', shared.auth, { response: 'late' })).status).toBe(401)
    await hoursLater(shared.runId)
    expect([4401, 4404]).toContain((await viewer.closed).code)
    const left = await rowsWith(shared.organizationId, shared.projectId, shared.id, shared.runId)
    const others = left.filter((row) => !row.startsWith('tombstones: '))
    // What the person who deleted it did is noted in a log of their own, if they have one: this one has none.
    expect(others).toEqual([])
    expect(left).toHaveLength(2)
    expect(await runSession(env, shared.runId).state()).toBeNull()
    expect(await rowsWith(colleague.id)).not.toEqual([])
  })

  it('[D2] [U3] leave nothing of a person but the opaque id in what was chained', async () => {
    const { person, shared, own, colleague } = await seedTraces()
    const viewer = await connect(`${shared.runId}/?after=0`, person.auth)
    const wrong = await call('DELETE', '/account/', person.auth, { password: 'wrong', confirm: person.email })
    expect((await readProblem(wrong)).code).toBe('invalid_credentials')
    const unmeant = await call('DELETE', '/account/', person.auth, {
      password,
      confirm: 'somebody@example.com',
    })
    expect(unmeant.status).toBe(400)
    const done = await call('DELETE', '/account/', person.auth, { password, confirm: person.email })
    expect(done.status).toBe(204)
    expect((await call('GET', '/account/', person.auth)).status).toBe(401)
    expect((await viewer.closed).code).toBe(4401)
    await hoursLater(own.runId)
    expect(await rowsWith(person.email, person.name, person.address)).toEqual([])
    const left = await rowsWith(person.id)
    expect(left.filter((row) => !row.startsWith('audit_log: '))).toEqual([])
    expect(left.filter((row) => !row.includes(shared.organizationId))).toEqual([])
    expect(left.filter((row) => !row.includes('"details":null'))).toEqual([])
    expect(await verifyAudit(env.DB, shared.organizationId)).toMatchObject({ intact: true })
    const mine = await rowsWith(own.organizationId, own.projectId, own.id, own.runId)
    expect(mine.filter((row) => !row.startsWith('tombstones: '))).toEqual([])
    expect((await call('GET', `/simulator/runs/${shared.runId}/`, colleague.auth)).status).toBe(200)
  })

  it('[D3] keep the last owner of what others are in, and a personal organisation with its person', async () => {
    const { shared, own, colleague, person } = await seedTraces()
    const refused = await call('DELETE', '/account/', colleague.auth, {
      confirm: `${colleague.id}@example.com`,
    })
    expect((await readProblem(refused)).code).toBe('conflict')
    expect((await call('GET', `/organizations/${shared.organizationId}/`, colleague.auth)).status).toBe(200)
    const personal = await call('DELETE', `/organizations/${own.organizationId}/`, person.auth, {
      confirm: 'Test',
    })
    expect((await readProblem(personal)).code).toBe('conflict')
  })

  it('[A2] are for nobody else', async () => {
    const { shared } = await seedTraces()
    const stranger = await seedUser((await seedProject()).organizationId)
    const viewer = await seedUser(shared.organizationId, 'viewer')
    const path = `/organizations/${shared.organizationId}/`
    expect((await call('GET', `${path}export/`, stranger.auth)).status).toBe(404)
    expect((await call('GET', `${path}export/`, viewer.auth)).status).toBe(403)
    expect((await call('DELETE', path, stranger.auth, { confirm: 'Test' })).status).toBe(404)
    for (const auth of [shared.auth, {}]) {
      expect([401, 403]).toContain((await call('GET', '/account/export/', auth)).status)
      expect([401, 403]).toContain((await call('DELETE', '/account/', auth, { confirm: 'x' })).status)
    }
  })
})
