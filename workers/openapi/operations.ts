import { accountOperations } from '../routes/account.operations.ts'
import { apiKeysOperations } from '../routes/api-keys.operations.ts'
import { auditOperations } from '../routes/audit.operations.ts'
import { authOperations } from '../routes/auth.operations.ts'
import { contactOperations } from '../routes/contact.operations.ts'
import { dataRightsOperations } from '../routes/data-rights.operations.ts'
import { evaluateOperation } from '../routes/evaluate.operations.ts'
import { exportsOperations } from '../routes/exports.operations.ts'
import { incidentsOperations } from '../routes/incidents.operations.ts'
import { invitationsOperations } from '../routes/invitations.operations.ts'
import { liveOperations } from '../routes/live.operations.ts'
import { logsOperations } from '../routes/logs.operations.ts'
import { operatorOperations } from '../routes/operator.operations.ts'
import { organizationsOperations } from '../routes/organizations.operations.ts'
import { policiesOperations } from '../routes/policies.operations.ts'
import { projectsOperations } from '../routes/projects.operations.ts'
import { runsOperations } from '../routes/runs.operations.ts'
import { traceOperations } from '../routes/trace.operations.ts'
import { viewsOperations } from '../routes/views.operations.ts'
import type { Operation } from './operation.ts'

/** What every route of the server promises, in the order of the documentation. */
export const operations: readonly Operation[] = [
  ...logsOperations,
  evaluateOperation,
  ...runsOperations,
  ...traceOperations,
  ...liveOperations,
  ...exportsOperations,
  ...incidentsOperations,
  ...viewsOperations,
  ...authOperations,
  ...accountOperations,
  ...organizationsOperations,
  ...invitationsOperations,
  ...projectsOperations,
  ...policiesOperations,
  ...apiKeysOperations,
  ...auditOperations,
  ...dataRightsOperations,
  ...contactOperations,
  ...operatorOperations,
]
