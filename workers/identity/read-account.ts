import { and, inArray, isNull } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { apiKeys, organizations, projects } from '../../migrations/schema.ts'
import type { Account } from '../../protocol/index.ts'
import type { UserActor } from '../auth/actor.ts'
import type { Env } from '../env.ts'
import { wireKey } from '../keys/wire-key.ts'
import { wireProject } from '../organizations/find-project.ts'

/** Most of each kind that an account shows; the lists of an organisation and a project show all. */
const shownMost = 500

/** Who somebody is, and the organisations, projects and keys that they may see. */
export async function readAccount(env: Env, actor: UserActor): Promise<Account> {
  const d1 = drizzle(env.DB)
  const list = [...actor.memberships.keys()]
  const [orgs, projectRows, keys] = await d1.batch([
    d1.select().from(organizations).where(inArray(organizations.id, list)),
    d1.select().from(projects).where(inArray(projects.organizationId, list)).limit(shownMost),
    d1
      .select()
      .from(apiKeys)
      .where(and(inArray(apiKeys.organizationId, list), isNull(apiKeys.revokedAt)))
      .limit(shownMost),
  ])
  return {
    user: { id: actor.id, name: actor.name, email: actor.email, email_verified: actor.emailVerified },
    organizations: orgs.flatMap(({ id, name, personalOf }) => {
      const membership = actor.memberships.get(id)
      return membership ? [{ id, name, role: membership.role, personal: personalOf !== null }] : []
    }),
    projects: projectRows.map((row) => {
      const { id, name, organization_id, settings } = wireProject(row)
      return { id, name, organization_id, settings }
    }),
    api_keys: keys.map((row) => {
      const { id, name, prefix, project_id, mode, scopes } = wireKey(row, 0)
      return { id, name, prefix, project_id, mode, scopes }
    }),
  }
}
