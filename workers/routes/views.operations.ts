import * as z from 'zod'
import { savedViewInputSchema, savedViewPatchSchema, savedViewSchema } from '../../protocol/index.ts'
import { listQuerySchema } from '../http/list-page.ts'
import type { Operation } from '../openapi/operation.ts'

const pageSchema = z.object({ data: z.array(savedViewSchema), next_cursor: z.string().nullable() })
const tag = 'Views'

export const viewsOperations: Operation[] = [
  {
    method: 'get',
    path: '/views/',
    summary: 'One’s own saved views, and those shared with one’s organisations',
    tag,
    access: 'view:read',
    query: listQuerySchema,
    responses: { 200: { description: 'A page of views, by creation', schema: pageSchema } },
    problems: ['unauthenticated', 'forbidden', 'invalid_query'],
  },
  {
    method: 'post',
    path: '/views/',
    summary: 'Save a view',
    tag,
    access: 'view:write',
    body: savedViewInputSchema,
    bodyExample: {
      organization_id: 'org_1',
      name: 'Night shift, red only',
      address: '/simulator/runs/run_1?show=red,flatline',
    },
    responses: { 201: { description: 'The view', schema: savedViewSchema } },
    problems: ['unauthenticated', 'forbidden', 'not_found', 'invalid_json', 'invalid_body'],
  },
  {
    method: 'patch',
    path: '/views/:id/',
    summary: 'Rename a view of one’s own, share it, make it the default',
    tag,
    access: 'view:write',
    body: savedViewPatchSchema,
    bodyExample: { shared: true },
    responses: { 200: { description: 'The view', schema: savedViewSchema } },
    problems: ['unauthenticated', 'forbidden', 'not_found', 'invalid_json', 'invalid_body'],
  },
  {
    method: 'delete',
    path: '/views/:id/',
    summary: 'Delete a view of one’s own, or take back a shared one',
    tag,
    access: 'view:write',
    responses: { 204: { description: 'It is gone' } },
    problems: ['unauthenticated', 'forbidden', 'not_found'],
  },
]
