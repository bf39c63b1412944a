import {
  memberPatchSchema,
  memberSchema,
  organizationInputSchema,
  organizationPatchSchema,
  organizationSchema,
  type Member,
  type Organization,
} from '../../protocol/index.ts'
import { listQuerySchema } from '../http/list-page.ts'
import type { Operation } from '../openapi/operation.ts'
import { pageSchema } from '../openapi/page-schema.ts'

const tag = 'Organisations'

const organization: Organization = {
  id: 'org_0123456789abcdef',
  name: 'Research',
  personal: false,
  role: 'owner',
  erase_texts_after_days: null,
  delete_runs_after_days: null,
  auditors_see_texts: true,
  created_at: '2026-11-22T08:00:00.000Z',
}
const member: Member = {
  user_id: 'usr_0123456789abcdef',
  name: 'Ada',
  email: 'ada@example.com',
  role: 'analyst',
  created_at: '2026-11-22T08:00:00.000Z',
}

export const organizationsOperations: Operation[] = [
  {
    method: 'get',
    path: '/organizations/',
    summary: 'List one’s organisations',
    tag,
    access: 'person',
    query: listQuerySchema,
    responses: {
      200: {
        description: 'A page of organisations, oldest first',
        schema: pageSchema(organizationSchema),
        example: { data: [organization], next_cursor: null },
      },
    },
    problems: [],
  },
  {
    method: 'post',
    path: '/organizations/',
    summary: 'Create an organisation',
    tag,
    access: 'person',
    description: 'Its owner is who creates it; it begins with one project.',
    body: organizationInputSchema,
    bodyExample: { name: 'Research' },
    responses: { 201: { description: 'Created', schema: organizationSchema, example: organization } },
    problems: ['invalid_body', 'email_unverified', 'conflict'],
  },
  {
    method: 'get',
    path: '/organizations/:id/',
    summary: 'Look at an organisation',
    tag,
    access: 'org:read',
    responses: {
      200: { description: 'The organisation', schema: organizationSchema, example: organization },
    },
    problems: ['not_found'],
  },
  {
    method: 'patch',
    path: '/organizations/:id/',
    summary: 'Rename an organisation, set its retention',
    tag,
    access: 'org:update',
    body: organizationPatchSchema,
    bodyExample: { erase_texts_after_days: 30 },
    responses: { 200: { description: 'The organisation', schema: organizationSchema } },
    problems: ['invalid_body', 'forbidden', 'not_found'],
  },
  {
    method: 'get',
    path: '/organizations/:id/members/',
    summary: 'List members',
    tag,
    access: 'member:list',
    query: listQuerySchema,
    responses: {
      200: {
        description: 'A page of members, oldest first',
        schema: pageSchema(memberSchema),
        example: { data: [member], next_cursor: null },
      },
    },
    problems: ['not_found'],
  },
  {
    method: 'patch',
    path: '/organizations/:id/members/:user_id/',
    summary: 'Give a member another role',
    tag,
    access: 'member:update',
    description: 'Nobody gives a role above their own, and the last owner stays one.',
    body: memberPatchSchema,
    bodyExample: { role: 'auditor' },
    responses: {
      200: { description: 'The member', schema: memberSchema, example: { ...member, role: 'auditor' } },
    },
    problems: ['invalid_body', 'forbidden', 'not_found', 'conflict'],
  },
  {
    method: 'delete',
    path: '/organizations/:id/members/:user_id/',
    summary: 'Remove a member, or leave',
    tag,
    access: 'member:remove',
    description: 'Every member may leave; the last owner can’t.',
    responses: { 204: { description: 'Gone' } },
    problems: ['forbidden', 'not_found', 'conflict'],
  },
]
