import * as z from 'zod'
import { auditExportQuerySchema, auditQuerySchema } from '../audit/audit-query.ts'
import { auditRecordSchema, hashSchema, type AuditRecord } from '../../protocol/index.ts'
import type { Operation } from '../openapi/operation.ts'

const tag = 'Audit'

const example: AuditRecord = {
  v: 1,
  organization_id: 'org_0123456789abcdef',
  seq: 12,
  id: 'aud_0123456789abcdef',
  timestamp: '2026-11-22T08:00:00.000Z',
  action: 'key.create',
  actor: { type: 'user', id: 'usr_0123456789abcdef' },
  target: { type: 'key', id: 'key_0123456789abcdef' },
  request_id: 'req_0123456789abcdef',
  details_commitment: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
  details: { address: '192.0.2.1', after: { name: 'Production' }, before: null, user_agent: 'curl/8' },
  hash: '8c2c3b507102c5f57635018ecd569999a086007016e948b04aed3b82103a36be',
}

export const auditOperations: Operation[] = [
  {
    method: 'get',
    path: '/organizations/:id/audit/',
    summary: 'Who did what, newest first',
    tag,
    access: 'audit:read',
    query: auditQuerySchema,
    responses: {
      200: {
        description: 'A page of records',
        schema: z.object({ data: z.array(auditRecordSchema), next_cursor: z.string().nullable() }),
        example: { data: [example], next_cursor: null },
      },
    },
    problems: ['forbidden', 'not_found'],
  },
  {
    method: 'get',
    path: '/organizations/:id/audit/check/',
    summary: 'Walk the chain of the whole log',
    tag,
    access: 'audit:read',
    responses: {
      200: {
        description: 'Whether it is as it was written, or the first record that is not',
        schema: z.union([
          z.object({ intact: z.literal(true), records: z.int(), head: hashSchema }),
          z.object({ intact: z.literal(false), seq: z.int(), why: z.string() }),
        ]),
        example: { intact: true, records: 12, head: example.hash },
      },
    },
    problems: ['forbidden', 'not_found'],
  },
  {
    method: 'get',
    path: '/organizations/:id/audit/export/',
    summary: 'Take the log away',
    tag,
    access: 'audit:export',
    query: auditExportQuerySchema,
    responses: {
      200: {
        description: 'An attachment: lines that can be checked by themselves, or a table (text/csv)',
        type: 'application/x-ndjson',
      },
    },
    problems: ['forbidden', 'not_found'],
  },
]
