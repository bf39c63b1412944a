import {
  accountPatchSchema,
  accountSchema,
  changePasswordSchema,
  newTokenSchema,
  sessionSchema,
  tokenInputSchema,
  type Account,
  type Session,
} from '../../protocol/index.ts'
import { listQuerySchema } from '../http/list-page.ts'
import type { Operation } from '../openapi/operation.ts'
import { pageSchema } from '../openapi/page-schema.ts'

const tag = 'Account'

const account: Account = {
  user: { id: 'usr_0123456789abcdef', name: 'Ada', email: 'ada@example.com', email_verified: true },
  organizations: [{ id: 'org_0123456789abcdef', name: 'Personal', role: 'owner', personal: true }],
  projects: [],
  api_keys: [],
}
const token: Session = {
  id: 'tok_0123456789abcdef',
  kind: 'token',
  name: 'Laptop',
  current: false,
  address: null,
  user_agent: null,
  created_at: '2026-11-22T08:00:00.000Z',
  last_used_at: null,
  expires_at: '2026-12-22T08:00:00.000Z',
}

export const accountOperations: Operation[] = [
  {
    method: 'get',
    path: '/account/',
    summary: 'Who is signed in, and what is theirs',
    tag,
    access: 'person',
    responses: { 200: { description: 'The account', schema: accountSchema, example: account } },
    problems: [],
  },
  {
    method: 'patch',
    path: '/account/',
    summary: 'Change one’s name',
    tag,
    access: 'person',
    body: accountPatchSchema,
    bodyExample: { name: 'Ada' },
    responses: { 200: { description: 'The account', schema: accountSchema } },
    problems: ['invalid_body'],
  },
  {
    method: 'post',
    path: '/account/password/',
    summary: 'Change one’s password',
    tag,
    access: 'person',
    description: 'Ends all other sessions.',
    body: changePasswordSchema,
    bodyExample: { current: 'correct horse battery staple', password: 'an entirely new password' },
    responses: { 204: { description: 'Changed' } },
    problems: ['invalid_body', 'invalid_credentials', 'rate_limited'],
  },
  {
    method: 'get',
    path: '/account/sessions/',
    summary: 'List one’s sessions and tokens',
    tag,
    access: 'person',
    query: listQuerySchema,
    responses: {
      200: {
        description: 'A page of sessions and tokens, oldest first',
        schema: pageSchema(sessionSchema),
        example: { data: [token], next_cursor: null },
      },
    },
    problems: [],
  },
  {
    method: 'delete',
    path: '/account/sessions/:id/',
    summary: 'End a session, or revoke a token',
    tag,
    access: 'person',
    responses: { 204: { description: 'Ended' } },
    problems: ['not_found'],
  },
  {
    method: 'post',
    path: '/account/tokens/',
    summary: 'Make a token for programs that act as oneself',
    tag,
    access: 'person',
    body: tokenInputSchema,
    bodyExample: { name: 'Laptop', expires_in_days: 30 },
    responses: {
      201: {
        description: 'The token, shown this once',
        schema: newTokenSchema,
        example: { ...token, token: 'cus_user_…' },
      },
    },
    problems: ['invalid_body'],
  },
  {
    method: 'post',
    path: '/account/sign-out/',
    summary: 'Sign out',
    tag,
    access: 'person',
    responses: { 204: { description: 'Signed out' } },
    problems: [],
  },
]
