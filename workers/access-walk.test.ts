import { env } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import accessPage from '../docs/access.md?raw'
import { roles, type Role, type Scope } from './auth/actor.ts'
import { byRole, byScope, type Action } from './auth/access.ts'
import { secretHash } from './auth/secrets.ts'
import type { Operation } from './openapi/operation.ts'
import { operations } from './openapi/operations.ts'
import { call } from './testing/call.ts'
import { openMailbox } from './testing/mailbox.ts'
import { seedKey, seedProject, seedUser } from './testing/seed.ts'
import { seedWorld, type Headers, type World } from './testing/world.ts'

/** One table of docs/access.md: `{action: {heading: whether}}`. */
function readTable(name: string): Record<string, Record<string, boolean>> {
  const section = accessPage.split(`<!-- ${name} -->`)[1]?.split(`<!-- /${name} -->`)[0] ?? ''
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  const [heads = [], , ...body] = rows
  return Object.fromEntries(
    body.map(([action = '', ...cells]) => [
      action.replaceAll('`', ''),
      Object.fromEntries(cells.map((cell, i) => [heads[i + 1] ?? '', cell === 'yes'])),
    ]),
  )
}

const people = readTable('roles')
const keys = readTable('scopes')

/** Operations that a key has the scope for, and that are for people all the same. */
const peopleOnly = new Set(['post /simulator/runs/:run_id/ticket/'])

/** What the body of an example must name to be about the world that is walked. */
function bodyOf({ method, path, bodyExample }: Operation, world: World): unknown {
  const named: Record<string, unknown> = {
    'post /simulator/logs/': { run_id: world.runId, response: 'Four.' },
    'post /simulator/logs/batch/': { beats: [{ run_id: world.runId, response: 'Four.' }] },
    'post /simulator/runs/': { project_id: world.projectId },
    'post /api/v1/evaluate/': { run_id: world.runId, response: 'Four.' },
    'patch /incidents/:run_id/:seq/': { state: 'reviewed' },
    'patch /views/:id/': { is_default: true },
    'post /views/': { ...(bodyExample as object), organization_id: world.organizationId },
  }
  return named[`${method} ${path}`] ?? bodyExample
}

function pathOf({ path }: Operation, world: World): string {
  const [, room = ''] = path.split('/')
  const ids: Record<string, string> = {
    organizations: world.organizationId,
    projects: world.projectId,
    api: world.projectId,
    keys: world.key.id,
    views: world.viewId,
    account: 'ses_never',
  }
  return path
    .replace(':user_id', world.otherId)
    .replace(':invitation_id', world.invitationId)
    .replace(':run_id', world.runId)
    .replace(':seq', '1')
    .replace(':order', 'pause')
    .replace(':id', ids[room] ?? 'none')
}

async function ask(operation: Operation, world: World, headers: Headers): Promise<Response> {
  const upgrade = operation.path.startsWith('/ws/') ? { Upgrade: 'websocket' } : {}
  const body = operation.method === 'get' ? undefined : bodyOf(operation, world)
  const answer = await call(
    operation.method.toUpperCase(),
    pathOf(operation, world),
    { ...headers, ...upgrade },
    body,
  )
  if (answer.webSocket) {
    answer.webSocket.accept()
    answer.webSocket.close()
  }
  return answer
}

/** What became of it: of a batch, of its one item. */
async function statusOf(operation: Operation, answer: Response): Promise<number> {
  if (!operation.path.endsWith('/batch/') || !answer.ok) return answer.status
  const { results } = await answer.clone().json<{ results: { status: number }[] }>()
  return results[0]?.status ?? 0
}

const isAction = (access: Operation['access']): access is Action => access in byRole
const guarded = operations.filter(({ access }) => access !== 'public')
const ofActions = operations.filter(({ access }) => isAction(access))
/** Whether the request names something of the world, which is then not there for a stranger. */
const namesThing = (operation: Operation, world: World) =>
  /:/.test(operation.path) || JSON.stringify(bodyOf(operation, world) ?? null).includes('_id"')

describe('docs/access.md', () => {
  it('[O4] says of people what the code does, action by action', () => {
    const code = Object.entries(byRole).map(([action, may]) => [
      action,
      Object.fromEntries(roles.map((role) => [role, (may as readonly Role[]).includes(role)])),
    ])
    expect(people).toEqual(Object.fromEntries(code))
  })

  it('[A3] says of keys what the code does, action by action', () => {
    const code = Object.entries(byScope).map(([action, scope]) => [
      action,
      Object.fromEntries((['write', 'read', 'export'] as const).map((one) => [one, one === scope])),
    ])
    expect(keys).toEqual(Object.fromEntries(code))
  })
})

describe('every route', () => {
  let world: World
  let scratch: World
  /** Worlds by the scopes of their key. */
  let byScopes: Record<string, World>
  let strangers: Record<string, Headers>
  let unknown: Record<string, Headers>

  beforeAll(async () => {
    world = await seedWorld()
    scratch = await seedWorld()
    byScopes = {
      write: await seedWorld(['write']),
      read: await seedWorld(['read']),
      export: await seedWorld(['export']),
      'write project': await seedWorld(['write', 'project']),
      'read project': await seedWorld(['read', 'project']),
      'export project': await seedWorld(['export', 'project']),
    }
    const elsewhere = await seedProject()
    const stranger = await seedUser(elsewhere.organizationId, 'owner')
    const strangeKey = await seedKey({ project: elsewhere, scopes: ['write', 'read', 'export', 'project'] })
    strangers = {
      'owner of another organisation': stranger.auth,
      'key of another organisation': strangeKey.auth,
    }
    const project = { organizationId: world.organizationId, projectId: world.projectId }
    const scopes: Scope[] = ['write', 'read', 'export', 'project']
    const revoked = await seedKey({ project, scopes })
    const expired = await seedKey({ project, scopes, expiresAt: 1 })
    const past = await seedUser(world.organizationId, 'owner')
    const signedOut = await seedUser(world.organizationId, 'owner')
    await env.DB.batch([
      env.DB.prepare('UPDATE api_keys SET revoked_at = 1 WHERE id = ?').bind(revoked.id),
      env.DB.prepare('UPDATE user_tokens SET expires_at = 1 WHERE hash = ?').bind(secretHash(past.token)),
      env.DB.prepare('UPDATE user_tokens SET revoked_at = 1 WHERE hash = ?').bind(
        secretHash(signedOut.token),
      ),
    ])
    unknown = {
      nobody: {},
      'wrong key': { Authorization: `ApiKey cus_live_${'x'.repeat(43)}` },
      'wrong token': { Authorization: `Token cus_user_${'x'.repeat(43)}` },
      'wrong scheme': { Authorization: `Basic ${btoa('ada:secret')}` },
      'key as token': { Authorization: `Token ${world.key.key}` },
      'token as key': { Authorization: `ApiKey ${world.people.owner.token}` },
      'revoked key': revoked.auth,
      'expired key': expired.auth,
      'expired token': past.auth,
      'revoked token': signedOut.auth,
    }
  }, 120_000)
  beforeEach(() => {
    openMailbox()
  })

  it.each(guarded)('[A2] $method $path is closed to who is nobody', async (operation) => {
    // Metrics are for the operator; without a token of theirs they are not even there.
    const refused = operation.access === 'operator' ? [401, 403, 404] : [401]
    const wrong: string[] = []
    for (const [who, headers] of Object.entries(unknown)) {
      const { status } = await ask(operation, world, headers)
      if (!refused.includes(status)) wrong.push(`${who}: ${status}`)
    }
    expect(wrong).toEqual([])
  })

  it.each(ofActions)('[A2] [A5] $method $path shows a stranger nothing', async (operation) => {
    const wrong: string[] = []
    for (const [who, headers] of Object.entries(strangers)) {
      const answer = await ask(operation, world, headers)
      const status = await statusOf(operation, answer)
      // A key may hear that this is for people before anything is looked for.
      const refused = who.startsWith('owner') ? [404] : [403, 404]
      if (namesThing(operation, world)) {
        if (!refused.includes(status)) wrong.push(`${who}: ${status}`)
        continue
      }
      const text = await answer.text()
      const ids = [world.organizationId, world.projectId, world.runId, world.people.owner.id]
      if (ids.some((id) => text.includes(id))) wrong.push(`${who}: ${text}`)
    }
    expect(wrong).toEqual([])
  })

  it.each(ofActions)('[O4] $method $path is for the roles that docs/access.md names', async (operation) => {
    const { method, path, access } = operation
    const wrong: string[] = []
    for (const role of roles) {
      const allowed = people[access]?.[role]
      // What deletes is tried on a fresh world, what changes on one for that.
      const changes = method === 'get' ? world : scratch
      const tried =
        allowed && (method === 'delete' || path.startsWith('/views/:'))
          ? await seedWorld(undefined, role)
          : changes
      const status = await statusOf(operation, await ask(operation, tried, tried.people[role].auth))
      // A server without a key to sign with has no manifests, for nobody.
      const refused = path.endsWith('/manifest/') ? [401, 403, 405, 500] : [401, 403, 404, 405, 500]
      if (allowed ? refused.includes(status) : status !== 403) wrong.push(`${role}: ${status}`)
    }
    expect(wrong).toEqual([])
  })

  it.each(ofActions)('[A3] $method $path is for the scopes that docs/access.md names', async (operation) => {
    const { method, path, access } = operation
    const wrong: string[] = []
    for (const scope of ['write', 'read', 'export'] as const) {
      const allowed = keys[access]?.[scope] === true && !peopleOnly.has(`${method} ${path}`)
      const tried = byScopes[path.includes('/projects/') ? `${scope} project` : scope] ?? world
      const status = await statusOf(operation, await ask(operation, tried, tried.key.auth))
      const refused = [403, 404].includes(status)
      if (allowed ? [401, 403, 405, 500].includes(status) : !refused) wrong.push(`${scope}: ${status}`)
    }
    expect(wrong).toEqual([])
  })

  it.each(operations.filter(({ access }) => access === 'person'))(
    '[O1] $method $path is for people, whatever they are, and for no key',
    async (operation) => {
      expect((await ask(operation, world, world.key.auth)).status).toBe(403)
      const someone = await seedUser(world.organizationId, 'viewer')
      const { status } = await ask(operation, world, someone.auth)
      // Refused for what the example says, if at all: an unknown session, a wrong password, a used link.
      expect([403, 405, 500]).not.toContain(status)
    },
  )
})
