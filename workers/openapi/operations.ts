import { auditOperations } from '../routes/audit.operations.ts'
import { evaluateOperation } from '../routes/evaluate.operations.ts'
import { liveOperations } from '../routes/live.operations.ts'
import { logsOperations } from '../routes/logs.operations.ts'
import { operatorOperations } from '../routes/operator.operations.ts'
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
  ...viewsOperations,
  ...auditOperations,
  ...operatorOperations,
]
