import * as z from 'zod'
import {
  emailInputSchema,
  nextStepSchema,
  resetPasswordSchema,
  signedInSchema,
  signInSchema,
  signUpSchema,
  userSchema,
  verifyEmailSchema,
  type User,
} from '../../protocol/index.ts'
import type { Operation } from '../openapi/operation.ts'

const tag = 'Sign-in'
const password = 'correct horse battery staple'
const email = 'ada@example.com'
const user: User = { id: 'usr_0123456789abcdef', name: 'Ada', email, email_verified: true }

export const authOperations: Operation[] = [
  {
    method: 'post',
    path: '/auth/sign-up/',
    summary: 'Sign up',
    tag,
    access: 'public',
    description: 'Sends a link to confirm the address. The answer is the same whether or not anybody has it.',
    body: signUpSchema,
    bodyExample: { name: 'Ada', email, password },
    responses: {
      202: { description: 'A mail is on its way', schema: nextStepSchema, example: { next: 'verify_email' } },
    },
    problems: ['invalid_body', 'forbidden', 'rate_limited'],
  },
  {
    method: 'post',
    path: '/auth/resend/',
    summary: 'Send the link that confirms an address again',
    tag,
    access: 'public',
    body: emailInputSchema,
    bodyExample: { email },
    responses: { 202: { description: 'A mail is on its way, if there is somebody', schema: nextStepSchema } },
    problems: ['invalid_body', 'rate_limited'],
  },
  {
    method: 'post',
    path: '/auth/verify-email/',
    summary: 'Confirm an address by the link from the mail',
    tag,
    access: 'public',
    description:
      'Good once, together with the password that was chosen at sign-up. Sets the session cookie, so it takes a page of this server.',
    body: verifyEmailSchema,
    bodyExample: { token: 'eyJhbGciOiJIUzI1NiJ9…', password: 'a long night at the bedside' },
    responses: {
      200: {
        description: 'Confirmed and signed in',
        schema: z.object({ user: userSchema }),
        example: { user },
      },
    },
    problems: ['invalid_body', 'invalid_credentials', 'forbidden', 'link_expired', 'rate_limited'],
  },
  {
    method: 'post',
    path: '/auth/sign-in/',
    summary: 'Sign in',
    tag,
    access: 'public',
    description:
      'Sets the session cookie for a page of this server; with `token: true` it answers a token for ' +
      '`Authorization: Token` instead. A session that the request came with ends.',
    body: signInSchema,
    bodyExample: { email, password },
    responses: { 200: { description: 'Signed in', schema: signedInSchema, example: { user } } },
    problems: ['invalid_body', 'invalid_credentials', 'email_unverified', 'forbidden', 'rate_limited'],
  },
  {
    method: 'post',
    path: '/auth/forgot-password/',
    summary: 'Ask for a link to set a new password',
    tag,
    access: 'public',
    body: emailInputSchema,
    bodyExample: { email },
    responses: { 202: { description: 'A mail is on its way, if there is somebody' } },
    problems: ['invalid_body', 'rate_limited'],
  },
  {
    method: 'post',
    path: '/auth/reset-password/',
    summary: 'Set a new password by the link from the mail',
    tag,
    access: 'public',
    description: 'Good once. Ends every session, token and socket of the person.',
    body: resetPasswordSchema,
    bodyExample: { token: 'fT2kqYc8…', password },
    responses: { 204: { description: 'Set' } },
    problems: ['invalid_body', 'link_expired'],
  },
]
