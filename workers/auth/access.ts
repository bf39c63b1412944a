import { byRole, type Action } from '../../protocol/access.ts'
import type { Actor, Role, Scope } from './actor.ts'

export { byRole, type Action }

/** Scope × action for keys; an action that is not here is for people alone. [A3] */
export const byScope: Partial<Record<Action, Scope>> = {
  'run:list': 'read',
  'run:read': 'read',
  'text:read': 'read',
  'run:export': 'export',
  'project:export': 'export',
  'run:start': 'write',
  'beat:write': 'write',
  'beat:amend': 'write',
}

/** Whose a thing is; null where it belongs to no project, or to no key. */
export interface Resource {
  organizationId: string
  projectId: string | null
  apiKeyId: string | null
}

/** Whether the actor may do it. The one place that decides. */
export function can(actor: Actor, action: Action, resource: Resource): boolean {
  if (actor.type === 'user') return personMay(actor.memberships.get(resource.organizationId), action)
  const scope = byScope[action]
  if (scope === undefined || !actor.scopes.has(scope)) return false
  // `project` widens reading and exporting, never writing.
  return resource.apiKeyId === actor.id || (scope !== 'write' && sees(actor, resource))
}

function personMay(
  membership: { role: Role; auditorsSeeTexts: boolean } | undefined,
  action: Action,
): boolean {
  if (membership === undefined) return false
  const { role, auditorsSeeTexts } = membership
  // What the table says of auditors and texts, an organisation may take back.
  if (action === 'text:read' && role === 'auditor' && !auditorsSeeTexts) return false
  return (byRole[action] as readonly Role[]).includes(role)
}

/** Whether the thing exists as far as the actor may know: a stranger's is a missing one. [A2] */
export function sees(actor: Actor, resource: Resource): boolean {
  if (actor.type === 'user') return actor.memberships.has(resource.organizationId)
  if (resource.apiKeyId === actor.id) return true
  return actor.scopes.has('project') && resource.projectId === actor.projectId
}
