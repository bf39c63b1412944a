import { and, eq, inArray, isNull } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { apiKeys, organizations, projects, userTokens } from '../../migrations/schema.ts'
import { projectSettingsSchema } from '../../protocol/index.ts'
import { authenticateUser } from '../auth/authenticate.ts'
import { readCredential, sessionCookie } from '../auth/credential.ts'
import { secretHash } from '../auth/secrets.ts'
import { cookieOptions } from '../auth/session.ts'
import type { AppContext } from '../env.ts'

/** Who is signed in, and what is theirs. */
export const account = new Hono<AppContext>({ strict: false })

account.get('/', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const ids = [...actor.memberships.keys()]
  const d1 = drizzle(c.env.DB)
  const [orgs, projectRows, keys] = await d1.batch([
    d1
      .select({ id: organizations.id, name: organizations.name })
      .from(organizations)
      .where(inArray(organizations.id, ids)),
    d1.select().from(projects).where(inArray(projects.organizationId, ids)),
    d1
      .select()
      .from(apiKeys)
      .where(and(inArray(apiKeys.organizationId, ids), isNull(apiKeys.revokedAt))),
  ])
  return c.json({
    user: { id: actor.id, name: actor.name, email: actor.email },
    organizations: orgs.map((org) => ({ ...org, role: actor.memberships.get(org.id)?.role })),
    projects: projectRows.map((project) => ({
      id: project.id,
      name: project.name,
      organization_id: project.organizationId,
      settings: projectSettingsSchema.parse(JSON.parse(project.settings)),
    })),
    api_keys: keys.map((key) => ({
      id: key.id,
      name: key.name,
      prefix: key.prefix,
      project_id: key.projectId,
      mode: key.prefix.startsWith('cus_test_') ? 'test' : 'live',
      scopes: JSON.parse(key.scopes) as string[],
    })),
  })
})

account.post('/sign-out', async (c) => {
  await authenticateUser(c.req.raw, c.env)
  const credential = readCredential(c.req.raw.headers)
  if (credential) {
    await drizzle(c.env.DB)
      .update(userTokens)
      .set({ revokedAt: Date.now() })
      .where(and(eq(userTokens.hash, secretHash(credential.secret)), eq(userTokens.kind, 'session')))
  }
  setCookie(c, sessionCookie, '', { ...cookieOptions(c.req.url), maxAge: 0 })
  return c.body(null, 204)
})
