import * as z from 'zod'
import {
  incidentChangeSchema,
  incidentCountsSchema,
  incidentFilterSchema,
  incidentQuerySchema,
  incidentSchema,
} from '../../protocol/index.ts'
import type { Operation } from '../openapi/operation.ts'

const pageSchema = z.object({ data: z.array(incidentSchema), next_cursor: z.string().nullable() })
const tag = 'Incidents'

/** What the routes of triage promise. [T1] */
export const incidentsOperations: Operation[] = [
  {
    method: 'get',
    path: '/incidents/',
    summary: 'Beats with violations across runs, newest first',
    tag,
    access: 'incident:read',
    query: incidentQuerySchema,
    responses: { 200: { description: 'A page of incidents', schema: pageSchema } },
    problems: ['unauthenticated', 'forbidden', 'invalid_query'],
  },
  {
    method: 'get',
    path: '/incidents/counts/',
    summary: 'How many incidents there are, by state, rule and project',
    tag,
    access: 'incident:read',
    query: incidentFilterSchema,
    responses: { 200: { description: 'The counts', schema: incidentCountsSchema } },
    problems: ['unauthenticated', 'forbidden', 'invalid_query'],
  },
  {
    method: 'get',
    path: '/incidents/training/',
    summary: 'The reviewers’ labels as training data, one line a label',
    tag,
    access: 'incident:read',
    description: 'Of the organisations whose runs and texts one may export; of others nothing is in it.',
    query: incidentFilterSchema,
    responses: { 200: { description: 'JSON lines', type: 'application/x-ndjson' } },
    problems: ['unauthenticated', 'forbidden', 'invalid_query'],
  },
  {
    method: 'patch',
    path: '/incidents/:run_id/:seq/',
    summary: 'Note what became of an incident',
    tag,
    access: 'incident:update',
    params: { seq: z.coerce.number().int().min(1) },
    body: incidentChangeSchema,
    bodyExample: { state: 'false_alarm', note: 'A quotation from our own documentation' },
    responses: { 200: { description: 'The incident as it is now', schema: incidentSchema } },
    problems: ['unauthenticated', 'forbidden', 'not_found', 'invalid_json', 'invalid_body', 'overloaded'],
  },
]
