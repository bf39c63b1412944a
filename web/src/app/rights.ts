import type { Run } from '../../../protocol/run.ts'
import type { Account } from '../api/calls.ts'

/** What somebody may do with a run. The server decides; this only keeps the page from offering what it refuses. */
export interface Rights {
  /** Pause, resume, end, label. */
  order: boolean
  export: boolean
}

/** The rights of the account's role in the organisation that the run belongs to. */
export function rightsIn(account: Account, run: Pick<Run, 'project_id'>): Rights {
  const project = account.projects.find(({ id }) => id === run.project_id)
  const role = account.organizations.find(({ id }) => id === project?.organization_id)?.role ?? 'viewer'
  const order = role === 'owner' || role === 'admin' || role === 'analyst'
  return { order, export: order || role === 'auditor' }
}
