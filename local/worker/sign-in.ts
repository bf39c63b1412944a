import { and, eq, gt } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { Hono } from 'hono'
import * as z from 'zod'
import { signInLinks } from '../../migrations/schema.ts'
import { secretHash } from '../../workers/auth/secrets.ts'
import { isFromOwnPage } from '../../workers/auth/own-origin.ts'
import { showSession } from '../../workers/auth/session-cookie.ts'
import type { AppContext } from '../../workers/env.ts'
import { ProblemError } from '../../workers/http/problem-error.ts'
import { readBody } from '../../workers/http/read-body.ts'
import { openSessionFor } from '../../workers/identity/sign-in.ts'

const bodySchema = z.object({ secret: z.string().min(1).max(200) })

/**
 * Redeems the link that the launcher prints. The secret comes in a body, never in a URL that a log or a
 * referrer could keep; it is used up by the statement that reads it.
 */
export const signInRoute = new Hono<AppContext>({ strict: false }).post('/session', async (c) => {
  if (!isFromOwnPage(c.req.raw)) {
    throw new ProblemError('forbidden', 'Sign in from the page of this server.')
  }
  const { secret } = await readBody(c.req.raw, bodySchema)
  const [link] = await drizzle(c.env.DB)
    .delete(signInLinks)
    .where(and(eq(signInLinks.hash, secretHash(secret)), gt(signInLinks.expiresAt, Date.now())))
    .returning({ userId: signInLinks.userId })
  if (!link) {
    throw new ProblemError(
      'unauthenticated',
      'The link is used or expired. Start Custos again for a new one.',
    )
  }
  showSession(c, await openSessionFor(c, link.userId))
  return c.body(null, 204)
})
