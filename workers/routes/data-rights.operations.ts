import * as z from 'zod'
import { accountDeletionSchema, organizationDeletionSchema } from '../../protocol/index.ts'
import type { Operation } from '../openapi/operation.ts'

const tag = 'Data rights'
const exportSchema = z.object({
  custos_account_export: z.literal(1),
  user_id: z.string(),
  created_at: z.string(),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  complete: z.literal(true),
})

export const dataRightsOperations: Operation[] = [
  {
    method: 'get',
    path: '/account/export/',
    summary: 'All that is kept of a person',
    tag,
    access: 'person',
    responses: {
      200: { description: 'An attachment: rows by table, without secrets', schema: exportSchema },
    },
    problems: ['forbidden'],
  },
  {
    method: 'delete',
    path: '/account/',
    summary: 'Delete a person with all that is theirs',
    tag,
    access: 'person',
    description: 'Organisations that nobody else is in go with the person. There is no way back.',
    body: accountDeletionSchema,
    bodyExample: { password: 'correct horse battery staple', confirm: 'ada@example.com' },
    responses: { 204: { description: 'It is gone' } },
    problems: ['forbidden', 'invalid_credentials', 'conflict'],
  },
  {
    method: 'get',
    path: '/organizations/:id/export/',
    summary: 'All that is kept of an organisation',
    tag,
    access: 'org:export',
    responses: {
      200: {
        description: 'An attachment: an opening, one line `{table, row}` a row, a closing that counts',
        type: 'application/x-ndjson',
      },
    },
    problems: ['forbidden', 'not_found', 'overloaded'],
  },
  {
    method: 'delete',
    path: '/organizations/:id/',
    summary: 'Delete an organisation with all its runs',
    tag,
    access: 'org:delete',
    description: 'At once for everybody; runs erase themselves within about an hour. There is no way back.',
    body: organizationDeletionSchema,
    bodyExample: { confirm: 'Example Ltd' },
    responses: { 204: { description: 'It is gone' } },
    problems: ['forbidden', 'not_found', 'conflict'],
  },
]
