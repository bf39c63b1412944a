import { env } from 'cloudflare:test'
import { drizzle } from 'drizzle-orm/d1'
import * as schema from '../../migrations/schema.ts'
import type { OnSevere, ProjectSettings } from '../../protocol/index.ts'
import type { Role, Scope } from '../auth/actor.ts'
import { newId, newSecret, secretHash } from '../auth/secrets.ts'

const d1 = () => drizzle(env.DB)

/** An organisation with one project. */
export async function seedProject(settings: Partial<ProjectSettings> = {}) {
  const organizationId = newId('org_')
  const projectId = newId('prj_')
  const createdAt = Date.now()
  await d1().insert(schema.organizations).values({ id: organizationId, name: 'Test', createdAt })
  await d1()
    .insert(schema.projects)
    .values({ id: projectId, organizationId, name: 'Test', settings: JSON.stringify(settings), createdAt })
  return { organizationId, projectId }
}

/** A key, in a fresh organisation unless one is given. */
export async function seedKey(
  how: {
    project?: { organizationId: string; projectId: string }
    scopes?: Scope[]
    onSevere?: OnSevere
    settings?: Partial<ProjectSettings>
    expiresAt?: number
  } = {},
) {
  const project = how.project ?? (await seedProject(how.settings))
  const key = newSecret('cus_test_')
  const id = newId('key_')
  await d1()
    .insert(schema.apiKeys)
    .values({
      ...project,
      id,
      name: 'Test',
      prefix: key.slice(0, 13),
      hash: secretHash(key),
      scopes: JSON.stringify(how.scopes ?? ['write', 'read', 'export']),
      onSevere: how.onSevere ?? 'hold',
      createdAt: Date.now(),
      expiresAt: how.expiresAt ?? null,
    })
  return { ...project, id, key, auth: { Authorization: `ApiKey ${key}` } }
}

/** A person with a role in an organisation, and a token. */
export async function seedUser(organizationId: string, role: Role = 'owner') {
  const id = newId('usr_')
  const token = newSecret('cus_user_')
  const createdAt = Date.now()
  await d1()
    .insert(schema.users)
    .values({ id, email: `${id}@example.com`, name: 'Test', emailVerified: true, createdAt })
  await d1().insert(schema.members).values({ organizationId, userId: id, role, createdAt })
  await d1()
    .insert(schema.userTokens)
    .values({ hash: secretHash(token), userId: id, kind: 'token', createdAt })
  return { id, token, auth: { Authorization: `Token ${token}` } }
}
