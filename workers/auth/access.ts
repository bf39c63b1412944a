import type { Actor, Role, Scope } from './actor.ts'

/** What may be done to a run. */
export type Action =
  'run:read' | 'run:export' | 'run:order' | 'run:start' | 'beat:write' | 'beat:amend' | 'run:list'

/** Whose a thing is. */
export interface Resource {
  organizationId: string
  projectId: string
  apiKeyId: string | null
}

/** Role × action for people. [A2] */
const byRole: Record<Action, readonly Role[]> = {
  'run:list': ['owner', 'admin', 'analyst', 'viewer', 'auditor'],
  'run:read': ['owner', 'admin', 'analyst', 'viewer', 'auditor'],
  'run:export': ['owner', 'admin', 'analyst', 'auditor'],
  'run:order': ['owner', 'admin', 'analyst'],
  'run:start': ['owner', 'admin', 'analyst'],
  'beat:write': ['owner', 'admin', 'analyst'],
  'beat:amend': ['owner', 'admin', 'analyst'],
}

/** Scope × action for keys; an action that is not here is for people alone. [A3] */
const byScope: Partial<Record<Action, Scope>> = {
  'run:list': 'read',
  'run:read': 'read',
  'run:export': 'export',
  'run:start': 'write',
  'beat:write': 'write',
  'beat:amend': 'write',
}

/** Whether the actor may do it. The one place that decides. */
export function can(actor: Actor, action: Action, resource: Resource): boolean {
  if (actor.type === 'user') {
    const role = actor.memberships.get(resource.organizationId)
    return role !== undefined && byRole[action].includes(role)
  }
  const scope = byScope[action]
  if (scope === undefined || !actor.scopes.has(scope)) return false
  // `project` widens reading and exporting, never writing.
  return resource.apiKeyId === actor.id || (scope !== 'write' && sees(actor, resource))
}

/** Whether the thing exists as far as the actor may know: a stranger's is a missing one. [A2] */
export function sees(actor: Actor, resource: Resource): boolean {
  if (actor.type === 'user') return actor.memberships.has(resource.organizationId)
  if (resource.apiKeyId === actor.id) return true
  return actor.scopes.has('project') && resource.projectId === actor.projectId
}
