import { env } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newTokenSchema, sessionSchema, signedInSchema } from '../protocol/index.ts'
import { secretHash } from './auth/secrets.ts'
import { hashPassword } from './identity/password-hash.ts'
import { call, readProblem } from './testing/call.ts'
import { openMailbox, type TestMailbox } from './testing/mailbox.ts'
import { seedProject, seedUser } from './testing/seed.ts'

const password = 'correct horse battery'
let hash: string
let mailbox: TestMailbox

beforeAll(async () => {
  hash = await hashPassword(password)
})
beforeEach(() => {
  mailbox = openMailbox()
})

/** A person with a password, who is signed in by it twice. */
async function seedPerson() {
  const { organizationId } = await seedProject()
  const user = await seedUser(organizationId)
  const email = `${user.id}@example.com`
  await env.DB.prepare(
    `INSERT INTO auth_accounts (id, account_id, provider_id, user_id, password, created_at, updated_at)
     VALUES (?1, ?1, 'credential', ?1, ?2, 0, 0)`,
  )
    .bind(user.id, hash)
    .run()
  const signIn = async (typed = password) => {
    const answer = await call('POST', '/auth/sign-in/', {}, { email, password: typed, token: true })
    if (!answer.ok) return { status: answer.status, auth: {} }
    const { token } = signedInSchema.parse(await answer.json())
    return { status: answer.status, auth: { Authorization: `Token ${token}` } }
  }
  return { ...user, email, signIn, first: await signIn(), second: await signIn() }
}

async function sessions(auth: Record<string, string>) {
  const answer = await call('GET', '/account/sessions/', auth)
  expect(answer.status).toBe(200)
  return (await answer.json<{ data: unknown[] }>()).data.map((session) => sessionSchema.parse(session))
}

const status = async (auth: Record<string, string>) => (await call('GET', '/account/', auth)).status

describe('sessions and tokens', () => {
  it('[O6] are listed, the one that asks marked, and never by what they are', async () => {
    const { first, token, id } = await seedPerson()
    const answer = await call('GET', '/account/sessions/', first.auth)
    const text = await answer.text()
    const listed = await sessions(first.auth)
    expect(listed.map(({ kind }) => kind).toSorted()).toEqual(['session', 'session', 'token'])
    expect(listed.filter(({ current }) => current)).toHaveLength(1)
    expect(text).not.toContain(token)
    const { results } = await env.DB.prepare('SELECT hash FROM user_tokens WHERE user_id = ?')
      .bind(id)
      .all<{ hash: string }>()
    for (const row of results) expect(text).not.toContain(row.hash)
  })

  it('[O6] end one by one, by name', async () => {
    const { first, second } = await seedPerson()
    const other = (await sessions(first.auth)).find(({ current, kind }) => kind === 'session' && !current)
    expect((await call('DELETE', `/account/sessions/${other?.id}/`, first.auth)).status).toBe(204)
    expect([await status(first.auth), await status(second.auth)]).toEqual([200, 401])
    expect((await call('DELETE', `/account/sessions/${other?.id}/`, first.auth)).status).toBe(404)
  })

  it('[O6] by sign-out end the session that asks, and no token', async () => {
    const { first, second, auth } = await seedPerson()
    expect((await call('POST', '/account/sign-out/', first.auth)).status).toBe(204)
    expect((await call('POST', '/account/sign-out/', auth)).status).toBe(204)
    expect([await status(first.auth), await status(second.auth), await status(auth)]).toEqual([401, 200, 200])
  })

  it('[O6] are made as tokens with a name and an end, shown once', async () => {
    const { first } = await seedPerson()
    const made = await call('POST', '/account/tokens/', first.auth, { name: 'Laptop', expires_in_days: 1 })
    expect(made.status).toBe(201)
    expect(made.headers.get('Cache-Control')).toBe('no-store')
    const { token, ...session } = newTokenSchema.parse(await made.json())
    expect(session).toMatchObject({ kind: 'token', name: 'Laptop', current: false })
    const auth = { Authorization: `Token ${token}` }
    expect(await status(auth)).toBe(200)
    await env.DB.prepare('UPDATE user_tokens SET expires_at = 1 WHERE hash = ?').bind(secretHash(token)).run()
    expect(await status(auth)).toBe(401)
    expect((await call('POST', '/account/tokens/', first.auth, { name: 'x', kind: 'session' })).status).toBe(
      400,
    )
  })
})

describe('changing a password', () => {
  it('[O6] takes the current one, ends the other sessions, and is told by mail', async () => {
    const { first, second, email, signIn } = await seedPerson()
    const change = (body: unknown) => call('POST', '/account/password/', first.auth, body)
    const wrong = await change({ current: 'not this one', password: 'an entirely new password' })
    expect([wrong.status, (await readProblem(wrong)).code]).toEqual([401, 'invalid_credentials'])
    expect((await change({ current: password, password: 'short' })).status).toBe(400)
    expect((await change({ current: password, password: 'an entirely new password' })).status).toBe(204)
    expect([await status(first.auth), await status(second.auth)]).toEqual([200, 401])
    expect((await signIn()).status).toBe(401)
    expect((await signIn('an entirely new password')).status).toBe(200)
    expect((await mailbox.until(email, 1))[0]?.subject).toBe('Your password was changed')
  })

  it('[N4] slows a guesser down who has a session', async () => {
    const { first } = await seedPerson()
    const seen = new Set<number>()
    for (let i = 0; i < 8; i++) {
      const body = { current: `guess ${i}`, password: 'an entirely new password' }
      seen.add((await call('POST', '/account/password/', first.auth, body)).status)
    }
    expect(seen).toContain(429)
  })
})
