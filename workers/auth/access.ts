import type { Actor, Role, Scope } from './actor.ts'

const all = ['owner', 'admin', 'analyst', 'viewer', 'auditor'] as const
const managers = ['owner', 'admin'] as const
const workersOn = ['owner', 'admin', 'analyst'] as const
const auditing = ['owner', 'admin', 'auditor'] as const

/** Role × action for people: the whole of it; docs/access.md is held against it by a test. [A2] [O4] */
export const byRole = {
  'org:read': all,
  'org:update': managers,
  'org:export': managers,
  'org:delete': ['owner'],
  'member:list': all,
  'member:update': managers,
  'member:remove': managers,
  'invitation:list': managers,
  'invitation:create': managers,
  'invitation:revoke': managers,
  'project:list': all,
  'project:read': all,
  'project:create': managers,
  'project:update': managers,
  'project:delete': managers,
  'project:export': auditing,
  'key:list': all,
  'key:create': managers,
  'key:update': managers,
  'key:rotate': managers,
  'key:revoke': managers,
  'audit:read': auditing,
  'audit:export': auditing,
  'run:list': all,
  'run:read': all,
  'run:export': ['owner', 'admin', 'analyst', 'auditor'],
  'run:order': workersOn,
  'run:start': workersOn,
  'run:delete': managers,
  'text:read': all,
  'beat:write': workersOn,
  'beat:amend': workersOn,
  'incident:read': all,
  'incident:update': workersOn,
  'view:read': all,
  'view:write': all,
  'view:share': workersOn,
} as const satisfies Record<string, readonly Role[]>

/** What may be done to a thing of an organisation. */
export type Action = keyof typeof byRole

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
