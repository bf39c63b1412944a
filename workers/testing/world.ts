import { env } from 'cloudflare:test'
import { drizzle } from 'drizzle-orm/d1'
import { invitations, savedViews } from '../../migrations/schema.ts'
import { roles, type Role, type Scope } from '../auth/actor.ts'
import { newId, secretHash } from '../auth/secrets.ts'
import { call, postBeat, readRun } from './call.ts'
import { seedKey, seedProject, seedUser } from './seed.ts'

export type Headers = Record<string, string>

/** An organisation with one of everything, for routes to be tried on. */
export type World = Awaited<ReturnType<typeof seedWorld>>

/**
 * @param keyScopes of the key whose run it is
 * @param viewOf whose saved view there is; the owner's unless said otherwise
 */
export async function seedWorld(keyScopes: Scope[] = ['write', 'read', 'export'], viewOf: Role = 'owner') {
  const project = await seedProject()
  const { organizationId, projectId } = project
  const people = Object.fromEntries(
    await Promise.all(roles.map(async (role) => [role, await seedUser(organizationId, role)] as const)),
  ) as Record<Role, Awaited<ReturnType<typeof seedUser>>>
  const { owner } = people
  // Somebody to do things to: who does them is one of the others.
  const other = await seedUser(organizationId, 'viewer')
  const key = await seedKey({ project, scopes: keyScopes })
  const run = await readRun(
    await call('POST', '/simulator/runs/', owner.auth, { api_key_id: key.id, name: 'walked' }),
  )
  await postBeat(owner.auth, {
    run_id: run.id,
    prompt: 'What is two and two?',
    response: 'Four.',
    status: 'red',
    violations: ['Found by the client'],
  })
  await env.RUNS.get(env.RUNS.idFromName(run.id)).flush()
  const now = Date.now()
  const invitation = { id: newId('inv_'), email: `${newId('x')}@example.com`, hash: secretHash(newId('s')) }
  const view = { id: newId('vw_'), userId: people[viewOf].id }
  const d1 = drizzle(env.DB)
  await d1.batch([
    d1.insert(invitations).values({
      ...invitation,
      organizationId,
      role: 'viewer',
      invitedBy: owner.id,
      createdAt: now,
      expiresAt: now + 60_000,
    }),
    d1.insert(savedViews).values({
      ...view,
      organizationId,
      name: 'Red ones',
      address: '/simulator/runs',
      shared: true,
      updatedAt: now,
      createdAt: now,
    }),
  ])
  return {
    organizationId,
    projectId,
    people,
    otherId: other.id,
    key,
    runId: run.id,
    invitationId: invitation.id,
    viewId: view.id,
  }
}
