import {
  acceptedInvitationSchema,
  invitationInputSchema,
  invitationSchema,
  invitationTokenSchema,
  invitationViewSchema,
  type Invitation,
} from '../../protocol/index.ts'
import { listQuerySchema } from '../http/list-page.ts'
import type { Operation } from '../openapi/operation.ts'
import { pageSchema } from '../openapi/page-schema.ts'

const tag = 'Invitations'

const invitation: Invitation = {
  id: 'inv_0123456789abcdef',
  organization_id: 'org_0123456789abcdef',
  email: 'grace@example.com',
  role: 'analyst',
  invited_by: 'usr_0123456789abcdef',
  status: 'pending',
  created_at: '2026-11-22T08:00:00.000Z',
  expires_at: '2026-11-29T08:00:00.000Z',
}
const secret = { token: 'cus_invite_…' }

export const invitationsOperations: Operation[] = [
  {
    method: 'get',
    path: '/organizations/:id/invitations/',
    summary: 'List invitations',
    tag,
    access: 'invitation:list',
    query: listQuerySchema,
    responses: {
      200: {
        description: 'A page of invitations, oldest first',
        schema: pageSchema(invitationSchema),
        example: { data: [invitation], next_cursor: null },
      },
    },
    problems: ['forbidden', 'not_found'],
  },
  {
    method: 'post',
    path: '/organizations/:id/invitations/',
    summary: 'Invite somebody',
    tag,
    access: 'invitation:create',
    description: 'Sends a link that is good once, for seven days. An older open one to that address ends.',
    body: invitationInputSchema,
    bodyExample: { email: 'grace@example.com', role: 'analyst' },
    responses: {
      201: { description: 'A mail is on its way', schema: invitationSchema, example: invitation },
    },
    problems: ['invalid_body', 'forbidden', 'not_found', 'conflict', 'rate_limited'],
  },
  {
    method: 'delete',
    path: '/organizations/:id/invitations/:invitation_id/',
    summary: 'Take an invitation back',
    tag,
    access: 'invitation:revoke',
    responses: { 204: { description: 'Taken back' } },
    problems: ['forbidden', 'not_found', 'conflict'],
  },
  {
    method: 'post',
    path: '/invitations/look/',
    summary: 'Look at an invitation by the link from the mail',
    tag,
    access: 'public',
    body: invitationTokenSchema,
    bodyExample: secret,
    responses: { 200: { description: 'What it offers', schema: invitationViewSchema } },
    problems: ['invalid_body', 'link_expired'],
  },
  {
    method: 'post',
    path: '/invitations/accept/',
    summary: 'Accept an invitation',
    tag,
    access: 'person',
    description: 'By whoever is signed in with the address that it was sent to, once.',
    body: invitationTokenSchema,
    bodyExample: secret,
    responses: { 200: { description: 'The organisation one is now in', schema: acceptedInvitationSchema } },
    problems: ['invalid_body', 'forbidden', 'link_expired', 'conflict'],
  },
]
