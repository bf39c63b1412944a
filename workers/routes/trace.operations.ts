import { traceQuerySchema, traceSchema } from '../../protocol/index.ts'
import type { Operation } from '../openapi/operation.ts'

export const traceOperations: Operation[] = [
  {
    method: 'get',
    path: '/simulator/runs/:run_id/trace/',
    summary: 'A run, or a stretch of it, to be drawn',
    description:
      'Every beat of the range while there are no more than `points` entries in it; else blocks of 256 `seq` with their counts and extremes, and one by one only what is not green. Without texts.',
    tag: 'Runs',
    access: 'run:read',
    query: traceQuerySchema,
    responses: { 200: { description: 'The trace', schema: traceSchema } },
    problems: ['unauthenticated', 'forbidden', 'not_found', 'invalid_query', 'overloaded'],
  },
]
