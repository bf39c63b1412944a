import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  invitationSchema,
  memberSchema,
  organizationSchema,
  projectSchema,
  type Role,
} from '../protocol/index.ts'
import { call, postBeat, readProblem } from './testing/call.ts'
import { openMailbox, type TestMailbox } from './testing/mailbox.ts'
import { seedKey, seedProject, seedUser } from './testing/seed.ts'
import { connect } from './testing/socket.ts'

type Headers = Record<string, string>

async function seedTeam() {
  const project = await seedProject()
  const owner = await seedUser(project.organizationId, 'owner')
  const admin = await seedUser(project.organizationId, 'admin')
  const viewer = await seedUser(project.organizationId, 'viewer')
  const path = `/organizations/${project.organizationId}`
  const setRole = async (auth: Headers, userId: string, role: Role) =>
    (await call('PATCH', `${path}/members/${userId}/`, auth, { role })).status
  const remove = async (auth: Headers, userId: string) =>
    (await call('DELETE', `${path}/members/${userId}/`, auth)).status
  return { ...project, owner, admin, viewer, path, setRole, remove }
}

describe('an organisation', () => {
  it('[O3] is created with its owner and a project, listed, renamed and set', async () => {
    const { owner, organizationId } = await seedTeam()
    const created = await call('POST', '/organizations/', owner.auth, { name: 'Research' })
    expect(created.status).toBe(201)
    const organization = organizationSchema.parse(await created.json())
    expect(organization).toMatchObject({ name: 'Research', role: 'owner', personal: false })
    const list = await (await call('GET', '/organizations/', owner.auth)).json<{ data: { id: string }[] }>()
    expect(list.data.map(({ id }) => id)).toEqual([organizationId, organization.id])
    const patch = {
      name: 'Labs',
      erase_texts_after_days: 30,
      delete_runs_after_days: null,
      auditors_see_texts: false,
    }
    const changed = await call('PATCH', `/organizations/${organization.id}/`, owner.auth, patch)
    expect(organizationSchema.parse(await changed.json())).toMatchObject(patch)
    const projects = await call('GET', `/organizations/${organization.id}/projects/`, owner.auth)
    expect((await projects.json<{ data: unknown[] }>()).data).toHaveLength(1)
  })

  it.each<Record<string, unknown>>([
    { personal: true },
    { personal_of: 'usr_x' },
    { role: 'owner' },
    { erase_texts_after_days: 0 },
    { erase_texts_after_days: 1.5 },
    { __proto__: { name: 'x' }, constructor: { name: 'x' } },
    { name: '' },
    { name: null },
  ])('[O3] refuses %j as a change', async (body) => {
    const { owner, path } = await seedTeam()
    expect((await call('PATCH', `${path}/`, owner.auth, body)).status).toBe(400)
  })
})

describe('members', () => {
  it('[O5] are listed page by page', async () => {
    const { path, viewer, owner, admin } = await seedTeam()
    const ids: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const more = cursor === '' ? '' : `&cursor=${cursor}`
      const answer = await call('GET', `${path}/members/?limit=1${more}`, viewer.auth)
      const page: { data: unknown[]; next_cursor: string | null } = await answer.json()
      ids.push(...page.data.map((member) => memberSchema.parse(member).user_id))
      cursor = page.next_cursor
    }
    expect(ids.toSorted()).toEqual([owner.id, admin.id, viewer.id].toSorted())
  })

  it('[O5] are given no role above that of the giver, nor lowered from one', async () => {
    const { admin, owner, viewer, setRole, remove } = await seedTeam()
    expect(await setRole(admin.auth, viewer.id, 'owner')).toBe(403)
    expect(await setRole(admin.auth, admin.id, 'owner')).toBe(403)
    expect(await setRole(admin.auth, owner.id, 'viewer')).toBe(403)
    expect(await remove(admin.auth, owner.id)).toBe(403)
    expect(await setRole(viewer.auth, viewer.id, 'admin')).toBe(403)
    expect(await setRole(admin.auth, viewer.id, 'auditor')).toBe(200)
    expect(await setRole(owner.auth, viewer.id, 'owner')).toBe(200)
  })

  it('[O5] keep an owner: the last one neither goes nor is lowered', async () => {
    const { owner, admin, setRole, remove } = await seedTeam()
    expect(await remove(owner.auth, owner.id)).toBe(409)
    expect(await setRole(owner.auth, owner.id, 'admin')).toBe(409)
    expect(await setRole(owner.auth, admin.id, 'owner')).toBe(200)
    // Two who leave at the same moment: one stays.
    const left = await Promise.all([remove(owner.auth, owner.id), remove(admin.auth, admin.id)])
    expect(new Set(left)).toEqual(new Set([204, 409]))
  })

  it('[O5] are changed as they were read: of two changes at one moment, one decides again', async () => {
    for (let round = 0; round < 4; round++) {
      const { owner, admin, viewer, setRole, organizationId } = await seedTeam()
      // An admin may change a viewer, and no owner, which the viewer becomes meanwhile.
      await Promise.all([
        setRole(owner.auth, viewer.id, 'owner'),
        setRole(admin.auth, viewer.id, 'analyst'),
        setRole(owner.auth, viewer.id, 'auditor'),
      ])
      const { results } = await env.DB.prepare(
        `SELECT json_extract(details, '$.before.role') AS was, json_extract(details, '$.after.role') AS became
         FROM audit_log WHERE organization_id = ? AND action = 'member.update' ORDER BY seq`,
      )
        .bind(organizationId)
        .all<{ was: string; became: string }>()
      expect(results.length).toBeGreaterThan(0)
      const roles = ['viewer', ...results.map(({ became }) => became)]
      expect(results.map(({ was }) => was)).toEqual(roles.slice(0, -1))
    }
  })

  it('[O5] change nobody once they are lowered themselves', async () => {
    for (let round = 0; round < 4; round++) {
      const { owner, admin, viewer, setRole, organizationId } = await seedTeam()
      const [, changed] = await Promise.all([
        setRole(owner.auth, admin.id, 'viewer'),
        setRole(admin.auth, viewer.id, 'analyst'),
      ])
      const { results } = await env.DB.prepare(
        `SELECT json_extract(details, '$.after.role') AS role FROM audit_log
         WHERE organization_id = ? AND action = 'member.update' ORDER BY seq`,
      )
        .bind(organizationId)
        .all<{ role: string }>()
      // Whatever came first: nothing that the admin did stands after their own fall.
      expect(results.map(({ role }) => role)).toEqual(changed === 200 ? ['analyst', 'viewer'] : ['viewer'])
    }
  })

  it('[O5] may leave, and then see nothing of it', async () => {
    const { viewer, path, remove } = await seedTeam()
    expect(await remove(viewer.auth, viewer.id)).toBe(204)
    expect((await call('GET', `${path}/`, viewer.auth)).status).toBe(404)
    expect(await remove(viewer.auth, viewer.id)).toBe(404)
  })

  it('[O5] [L6] that are removed lose the socket they are watching by', async () => {
    const { viewer, owner, organizationId, projectId, remove } = await seedTeam()
    const key = await seedKey({ project: { organizationId, projectId } })
    const { run_id } = await postBeat(key.auth, { prompt: 'What is two and two?', response: 'Four.' })
    await env.RUNS.get(env.RUNS.idFromName(run_id)).flush()
    const watching = await connect(run_id, viewer.auth)
    const answer = await call('POST', `/simulator/runs/${run_id}/ticket/`, viewer.auth)
    const { ticket } = await answer.json<{ ticket: string }>()
    const byTicket = await connect(`${run_id}?ticket=${ticket}`)
    const late = await call('POST', `/simulator/runs/${run_id}/ticket/`, viewer.auth)
    const { ticket: unused } = await late.json<{ ticket: string }>()
    expect(await remove(owner.auth, viewer.id)).toBe(204)
    expect((await watching.closed).code).toBe(4401)
    expect((await byTicket.closed).code).toBe(4401)
    await expect(connect(`${run_id}?ticket=${unused}`)).rejects.toThrow('404')
  })

  it('[L6] who sign out lose the sockets that they opened by the session, and its tickets', async () => {
    const { viewer, organizationId, projectId } = await seedTeam()
    const key = await seedKey({ project: { organizationId, projectId } })
    const { run_id } = await postBeat(key.auth, { prompt: 'What is two and two?', response: 'Four.' })
    await env.RUNS.get(env.RUNS.idFromName(run_id)).flush()
    await env.DB.prepare(`UPDATE user_tokens SET kind = 'session' WHERE user_id = ?`).bind(viewer.id).run()
    const answer = await call('POST', `/simulator/runs/${run_id}/ticket/`, viewer.auth)
    const { ticket } = await answer.json<{ ticket: string }>()
    const watching = await connect(run_id, viewer.auth)
    expect((await call('POST', '/account/sign-out/', viewer.auth)).status).toBe(204)
    expect((await watching.closed).code).toBe(4401)
    await expect(connect(`${run_id}?ticket=${ticket}`)).rejects.toThrow('401')
  })
})

describe('an invitation', () => {
  let mailbox: TestMailbox
  beforeEach(() => {
    mailbox = openMailbox()
  })

  async function invite(role: Role = 'analyst') {
    const team = await seedTeam()
    const elsewhere = await seedProject()
    const guest = await seedUser(elsewhere.organizationId)
    const email = `${guest.id}@example.com`
    const answer = await call('POST', `${team.path}/invitations/`, team.owner.auth, { email, role })
    expect(answer.status).toBe(201)
    const invitation = invitationSchema.parse(await answer.json())
    const token = await mailbox.token(email)
    const accept = (auth: Headers = guest.auth, secret = token) =>
      call('POST', '/invitations/accept/', auth, { token: secret })
    return { ...team, guest, email, invitation, token, accept }
  }

  it('[O7] shows itself to who holds it, and makes a member of them, once', async () => {
    const { token, accept, organizationId, email, guest } = await invite()
    const look = await call('POST', '/invitations/look/', {}, { token })
    expect(await look.json()).toMatchObject({ organization: { id: organizationId }, email, role: 'analyst' })
    const [first, second] = await Promise.all([accept(), accept()])
    expect([first.status, second.status].filter((status) => status === 200)).toHaveLength(1)
    expect(first.status + second.status).toBeGreaterThan(600)
    expect((await call('GET', `/organizations/${organizationId}/`, guest.auth)).status).toBe(200)
    expect((await accept()).status).toBe(410)
    expect((await call('POST', '/invitations/look/', {}, { token })).status).toBe(410)
  })

  it('[O7] is for its address alone', async () => {
    const { accept, viewer } = await invite()
    const stranger = await seedUser((await seedProject()).organizationId)
    expect((await accept(stranger.auth)).status).toBe(403)
    expect((await accept(viewer.auth)).status).toBe(403)
    expect((await accept({})).status).toBe(401)
    expect((await accept(undefined, 'cus_invite_wrong')).status).toBe(410)
  })

  it('[O7] needs a verified address', async () => {
    const { accept, guest } = await invite()
    await env.DB.prepare('UPDATE users SET email_verified = 0 WHERE id = ?').bind(guest.id).run()
    expect((await accept()).status).toBe(403)
  })

  it('[O7] ends when it is revoked, replaced, too old, or its maker may not make it any more', async () => {
    const revoked = await invite()
    const gone = await call(
      'DELETE',
      `${revoked.path}/invitations/${revoked.invitation.id}/`,
      revoked.owner.auth,
    )
    expect(gone.status).toBe(204)
    expect((await revoked.accept()).status).toBe(410)

    const replaced = await invite('admin')
    await call('POST', `${replaced.path}/invitations/`, replaced.owner.auth, {
      email: replaced.email,
      role: 'viewer',
    })
    expect((await replaced.accept()).status).toBe(410)
    expect((await replaced.accept(undefined, await mailbox.token(replaced.email, 2))).status).toBe(200)

    const old = await invite()
    await env.DB.prepare('UPDATE invitations SET expires_at = 1 WHERE id = ?').bind(old.invitation.id).run()
    expect((await old.accept()).status).toBe(410)

    const lowered = await invite()
    await lowered.setRole(lowered.owner.auth, lowered.admin.id, 'owner')
    await lowered.setRole(lowered.admin.auth, lowered.owner.id, 'viewer')
    expect((await lowered.accept()).status).toBe(410)
  })

  it('[O7] offers no more than its maker is, and nothing in a personal organisation', async () => {
    const { admin, path, organizationId, owner } = await seedTeam()
    const post = (auth: Headers, body: unknown) => call('POST', `${path}/invitations/`, auth, body)
    expect((await post(admin.auth, { email: 'new@example.com', role: 'owner' })).status).toBe(403)
    expect((await post(admin.auth, { email: `${owner.id}@example.com`, role: 'viewer' })).status).toBe(409)
    expect((await post(admin.auth, { email: 'nеw@example.com', role: 'viewer' })).status).toBe(400)
    await env.DB.prepare('UPDATE organizations SET personal_of = ? WHERE id = ?')
      .bind(owner.id, organizationId)
      .run()
    expect((await post(owner.auth, { email: 'new@example.com', role: 'viewer' })).status).toBe(409)
  })

  it('[O7] of another organisation is not there', async () => {
    const { invitation } = await invite()
    const other = await seedTeam()
    const answer = await call('DELETE', `${other.path}/invitations/${invitation.id}/`, other.owner.auth)
    expect(answer.status).toBe(404)
  })
})

describe('a project', () => {
  it('[O8] is created, renamed, set whole', async () => {
    const { owner, path } = await seedTeam()
    const created = await call('POST', `${path}/projects/`, owner.auth, { name: 'Checkout bot' })
    expect(created.status).toBe(201)
    const { id } = projectSchema.parse(await created.json())
    const changed = await call('PATCH', `/projects/${id}/`, owner.auth, {
      name: 'Checkout',
      settings: { green_from: 0.9 },
    })
    expect(projectSchema.parse(await changed.json())).toMatchObject({
      name: 'Checkout',
      settings: { green_from: 0.9, yellow_from: 0.7 },
    })
    for (const body of [
      { settings: { green_from: 2 } },
      { settings: { unknown: 1 } },
      { organization_id: 'org_x' },
      { id: 'prj_x' },
    ]) {
      expect((await call('PATCH', `/projects/${id}/`, owner.auth, body)).status).toBe(400)
    }
    // [R3] What contradicts itself, by itself or with a default, is named.
    for (const [settings, field] of [
      [{ yellow_from: 0.8, green_from: 0.7 }, 'settings.yellow_from'],
      [{ green_from: 0.6 }, 'settings.yellow_from'],
      [{ warn_mean_below: 0.95 }, 'settings.warn_mean_below'],
      [{ recover_hrv_to: 0.2 }, 'settings.recover_hrv_to'],
      [{ silent_after_s: 600, end_after_s: 60 }, 'settings.silent_after_s'],
    ] as const) {
      const refused = await readProblem(await call('PATCH', `/projects/${id}/`, owner.auth, { settings }))
      expect(refused).toMatchObject({ status: 400, errors: [{ field }] })
    }
    expect((await call('DELETE', `/projects/${id}/`, owner.auth)).status).toBe(204)
    expect((await call('GET', `/projects/${id}/`, owner.auth)).status).toBe(404)
  })

  it('[O8] is not deleted while a run is open; then it goes with keys and runs', async () => {
    const { owner, organizationId, projectId } = await seedTeam()
    const key = await seedKey({ project: { organizationId, projectId } })
    const { run_id } = await postBeat(key.auth, { prompt: 'What is two and two?', response: 'Four.' })
    const open = await call('DELETE', `/projects/${projectId}/`, owner.auth)
    expect([open.status, (await readProblem(open)).code]).toEqual([409, 'conflict'])
    await call('POST', `/simulator/runs/${run_id}/end/`, owner.auth)
    await env.RUNS.get(env.RUNS.idFromName(run_id)).flush()
    expect((await call('DELETE', `/projects/${projectId}/`, owner.auth)).status).toBe(204)
    expect((await call('POST', '/simulator/logs/', key.auth, { response: 'x' })).status).toBe(401)
    const { results } = await env.DB.prepare('SELECT id FROM api_keys WHERE project_id = ?')
      .bind(projectId)
      .all()
    expect(results).toEqual([])
  })
})
