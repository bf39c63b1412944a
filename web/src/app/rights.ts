import { type Action, byRole } from '../../../protocol/access.ts'
import type { Run } from '../../../protocol/run.ts'
import type { Account } from '../api/calls.ts'

/** What somebody may do with a run. The server decides; this only keeps the page from offering what it refuses. */
export interface Rights {
  /** Pause, resume, end, label. */
  order: boolean
  export: boolean
}

/** Whether a role may do something, by the table that the server goes by; nobody's may nothing. [O4] */
export function may(role: string | undefined, action: Action): boolean {
  const roles: readonly string[] = byRole[action]
  return role !== undefined && roles.includes(role)
}

/** What the account is in an organisation; undefined where it is no member. */
export function roleIn(account: Account, organizationId: string | undefined): string | undefined {
  return account.organizations.find(({ id }) => id === organizationId)?.role
}

/** The rights of the account's role in the organisation that the run belongs to. */
export function rightsIn(account: Account, run: Pick<Run, 'project_id'>): Rights {
  const project = account.projects.find(({ id }) => id === run.project_id)
  const role = roleIn(account, project?.organization_id)
  return { order: may(role, 'run:order'), export: may(role, 'run:export') }
}
