import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { savedViewSchema, type SavedView } from '../protocol/index.ts'
import { call, readProblem } from './testing/call.ts'
import { seedProject, seedUser } from './testing/seed.ts'

const pageSchema = z.object({ data: z.array(savedViewSchema), next_cursor: z.string().nullable() })
type Auth = Record<string, string>

async function list(auth: Auth): Promise<SavedView[]> {
  return pageSchema.parse(await (await call('GET', '/views/', auth)).json()).data
}

async function save(auth: Auth, organizationId: string, more: object = {}): Promise<SavedView> {
  const body = {
    organization_id: organizationId,
    name: 'Night shift',
    address: '/simulator/runs/run_1?show=red,flatline',
    ...more,
  }
  const answer = await call('POST', '/views/', auth, body)
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
  return savedViewSchema.parse(await answer.json())
}

const change = (auth: Auth, id: string, body: object) => call('PATCH', `/views/${id}/`, auth, body)

describe('saved views', () => {
  it('[S5] are one’s own until they are shared with the organisation', async () => {
    const { organizationId } = await seedProject()
    const [anna, ben] = [await seedUser(organizationId), await seedUser(organizationId, 'viewer')]
    const stranger = await seedUser((await seedProject()).organizationId)
    const view = await save(anna.auth, organizationId)
    expect(await list(anna.auth)).toEqual([view])
    expect(await list(ben.auth)).toEqual([])
    expect((await change(ben.auth, view.id, { name: 'Mine' })).status).toBe(404)
    expect((await change(anna.auth, view.id, { shared: true })).status).toBe(200)
    expect(await list(ben.auth)).toMatchObject([{ id: view.id, shared: true, owner: { id: anna.id } }])
    expect(await list(stranger.auth)).toEqual([])
    expect((await change(ben.auth, view.id, { name: 'Mine' })).status).toBe(403)
    expect((await call('DELETE', `/views/${view.id}/`, ben.auth)).status).toBe(403)
    expect((await call('DELETE', `/views/${view.id}/`, stranger.auth)).status).toBe(404)
    expect((await call('DELETE', `/views/${view.id}/`, anna.auth)).status).toBe(204)
    expect(await list(ben.auth)).toEqual([])
  })

  it('[S5] are shared by those who may, and taken back by those who manage', async () => {
    const { organizationId } = await seedProject()
    const viewer = await seedUser(organizationId, 'viewer')
    const own = await save(viewer.auth, organizationId)
    expect((await change(viewer.auth, own.id, { shared: true })).status).toBe(403)
    const analyst = await seedUser(organizationId, 'analyst')
    const shared = await save(analyst.auth, organizationId, { shared: true })
    const admin = await seedUser(organizationId, 'admin')
    expect((await call('DELETE', `/views/${shared.id}/`, admin.auth)).status).toBe(204)
  })

  it('[S5] that were shared are not changed, only taken back, by who may not share any more', async () => {
    const { organizationId } = await seedProject()
    const [owner, analyst] = [await seedUser(organizationId), await seedUser(organizationId, 'analyst')]
    const view = await save(analyst.auth, organizationId, { shared: true })
    const member = `/organizations/${organizationId}/members/${analyst.id}/`
    expect((await call('PATCH', member, owner.auth, { role: 'viewer' })).status).toBe(200)
    expect((await change(analyst.auth, view.id, { name: 'Look here' })).status).toBe(403)
    expect((await change(analyst.auth, view.id, { address: '/simulator/runs/run_2' })).status).toBe(403)
    expect((await change(analyst.auth, view.id, { is_default: true })).status).toBe(200)
    expect((await change(analyst.auth, view.id, { shared: false, name: 'Mine' })).status).toBe(200)
  })

  it('[S5] has one default a person', async () => {
    const { organizationId } = await seedProject()
    const [anna, ben] = [await seedUser(organizationId), await seedUser(organizationId)]
    const first = await save(anna.auth, organizationId, { is_default: true, shared: true })
    await save(ben.auth, organizationId, { is_default: true })
    const second = await save(anna.auth, organizationId, { name: 'Day shift' })
    expect((await change(anna.auth, second.id, { is_default: true })).status).toBe(200)
    const defaults = (await list(anna.auth)).filter((view) => view.is_default)
    expect(defaults.map(({ id }) => id)).toEqual([second.id])
    expect((await list(ben.auth)).find(({ id }) => id === first.id)?.is_default).toBe(false)
    expect((await list(ben.auth)).filter((view) => view.is_default)).toHaveLength(1)
  })

  it.each(['https://evil.test/', '//evil.test', '/simulator/../account', 'javascript:alert(1)', '/settings'])(
    '[S5] leads nowhere but to the simulator: not to %s',
    async (address) => {
      const { organizationId } = await seedProject()
      const { auth } = await seedUser(organizationId)
      const body = { organization_id: organizationId, name: 'Bad', address }
      const answer = await call('POST', '/views/', auth, body)
      expect(answer.status).toBe(400)
      expect((await readProblem(answer)).errors).toMatchObject([{ field: 'address' }])
    },
  )
})
