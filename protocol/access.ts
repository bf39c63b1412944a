import type { Role } from './organization.ts'

const all = ['owner', 'admin', 'analyst', 'viewer', 'auditor'] as const
const managers = ['owner', 'admin'] as const
const workersOn = ['owner', 'admin', 'analyst'] as const
const auditing = ['owner', 'admin', 'auditor'] as const

/** Role × action for people: the whole of it; docs/access.md is held against it by a test, and both server and page read it. [A2] [O4] */
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
