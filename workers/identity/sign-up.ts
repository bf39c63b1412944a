import { waitUntil } from 'cloudflare:workers'
import type * as z from 'zod'
import type { signUpSchema } from '../../protocol/index.ts'
import type { Env } from '../env.ts'
import { ProblemError } from '../http/problem-error.ts'
import { uninvitedLetter } from '../mail/letters.ts'
import { mailFailed } from '../mail/mail-failed.ts'
import { send } from '../mail/mailer.ts'
import { configOf } from '../config.ts'
import { loadIdentity, refusalCode } from './load-identity.ts'
import { hashPassword } from './password-hash.ts'

/**
 * Takes a new person in, or writes to a known one that they are known. The answer, and the time it takes, are the
 * same for all: nobody learns here who has an account. [O2]
 *
 * @throws ProblemError `forbidden` when nobody may sign up
 */
export async function signUp(env: Env, input: z.infer<typeof signUpSchema>): Promise<void> {
  const { SIGN_UP, PUBLIC_URL } = configOf(env)
  if (SIGN_UP !== 'open' && !(await isEmpty(env))) {
    if (SIGN_UP === 'closed') throw new ProblemError('forbidden', 'This server takes no new people.')
    if (!(await isExpected(env, input.email, Date.now()))) {
      await hashPassword(input.password)
      waitUntil(send(env, uninvitedLetter(PUBLIC_URL, input.email)).catch(mailFailed))
      return
    }
  }
  await dropUnverified(env, input.email)
  const identity = await loadIdentity(env)
  try {
    await identity.api.signUpEmail({ body: input })
  } catch (error) {
    // Of two sign-ups at the same moment the second finds the address taken, which its answer must not tell.
    if (refusalCode(error) === null) throw error
  }
}

/** Whoever comes first to an empty server sets it up. */
async function isEmpty(env: Env): Promise<boolean> {
  return (await env.DB.prepare('SELECT 1 FROM users LIMIT 1').first()) === null
}

/** Whether somebody was invited, or is here already, which their mail then tells them. */
async function isExpected(env: Env, email: string, now: number): Promise<boolean> {
  const row = await env.DB.prepare(
    `SELECT 1 FROM users WHERE email = ?1 UNION ALL
     SELECT 1 FROM invitations WHERE email = ?1 AND accepted_at IS NULL AND revoked_at IS NULL
       AND expires_at > ?2 LIMIT 1`,
  )
    .bind(email, now)
    .first()
  return row !== null
}

/**
 * Forgets a sign-up with this address that nobody confirmed: a link in a mail confirms the sign-up that it was
 * sent for, never the password that somebody else had chosen before.
 */
async function dropUnverified(env: Env, email: string): Promise<void> {
  const unverified = `SELECT id FROM users WHERE email = ?1 AND email_verified = 0
    AND NOT EXISTS (SELECT 1 FROM members WHERE members.user_id = users.id)
    AND NOT EXISTS (SELECT 1 FROM user_tokens WHERE user_tokens.user_id = users.id)`
  await env.DB.batch(
    [
      `DELETE FROM auth_verifications WHERE value IN (${unverified})`,
      `DELETE FROM auth_sessions WHERE user_id IN (${unverified})`,
      `DELETE FROM auth_accounts WHERE user_id IN (${unverified})`,
      `DELETE FROM users WHERE id IN (${unverified})`,
    ].map((sql) => env.DB.prepare(sql).bind(email)),
  )
}
