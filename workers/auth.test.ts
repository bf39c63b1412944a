import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { accountSchema, signedInSchema } from '../protocol/index.ts'
import { call, readProblem } from './testing/call.ts'
import { openMailbox, type TestMailbox } from './testing/mailbox.ts'
import { seedUser, seedProject } from './testing/seed.ts'

const ownPage = { Origin: 'https://custos.test' }
const password = 'correct horse battery'
let count = 0
let mailbox: TestMailbox

beforeEach(() => {
  mailbox = openMailbox()
})

const freshEmail = () => `person-${++count}-${Date.now()}@example.com`
const post = (path: string, body: unknown, headers: Record<string, string> = ownPage) =>
  call('POST', `/auth/${path}/`, headers, body)

function cookieOf(answer: Response): { Cookie: string } {
  const [cookie = ''] = /__Host-custos_session=[^;]+/.exec(answer.headers.get('Set-Cookie') ?? '') ?? []
  return { Cookie: cookie }
}

/** A person who has signed up and confirmed the address. */
async function signUp(email = freshEmail()) {
  expect((await post('sign-up', { name: 'Ada', email, password })).status).toBe(202)
  const verified = await post('verify-email', { token: await mailbox.token(email), password })
  expect(verified.status).toBe(200)
  return { email, session: cookieOf(verified) }
}

async function account(headers: Record<string, string>) {
  const answer = await call('GET', '/account/', headers)
  expect(answer.status).toBe(200)
  return accountSchema.parse(await answer.json())
}

describe('signing up', () => {
  it('[O2] [O3] confirms the address by mail, and then has an organisation and a project', async () => {
    const email = freshEmail()
    const answer = await post('sign-up', { name: 'Ada', email: `  ${email.toUpperCase()} `, password })
    expect([answer.status, await answer.json()]).toEqual([202, { next: 'verify_email' }])
    const early = await post('sign-in', { email, password })
    expect([early.status, (await readProblem(early)).code]).toEqual([403, 'email_unverified'])
    const verified = await post('verify-email', { token: await mailbox.token(email), password })
    const setCookie = verified.headers.get('Set-Cookie') ?? ''
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(setCookie).toContain(part)
    const { user, organizations, projects } = await account(cookieOf(verified))
    expect(user).toMatchObject({ name: 'Ada', email, email_verified: true })
    expect(organizations).toMatchObject([{ name: 'Personal', role: 'owner', personal: true }])
    expect(projects).toMatchObject([{ name: 'My first project' }])
  })

  it('[O2] with a known address answers the same, and writes to its owner', async () => {
    const { email } = await signUp()
    const answer = await post('sign-up', { name: 'Mallory', email, password: 'another password' })
    expect([answer.status, await answer.json()]).toEqual([202, { next: 'verify_email' }])
    const [, second] = await mailbox.until(email, 2)
    expect(second?.subject).toBe('You have an account already')
    expect((await post('sign-in', { email, password: 'another password' })).status).toBe(401)
  })

  it('[N3] of another over and over fills their mailbox no further, and keeps them from no new password', async () => {
    const { email } = await signUp()
    const statuses: number[] = []
    for (let i = 0; i < 5; i++) {
      statuses.push((await post('sign-up', { name: 'https://evil.example', email, password })).status)
    }
    expect(statuses).toEqual([202, 202, 202, 202, 429])
    expect((await post('forgot-password', { email })).status).toBe(202)
    const mails = await mailbox.until(email, 6)
    expect(mails.map(({ subject }) => subject)).toContain('Set a new password')
    expect(JSON.stringify(mails)).not.toContain('evil')
  })

  it('[O2] again before the mail was opened makes the first link worthless', async () => {
    const email = freshEmail()
    await post('sign-up', { name: 'Mallory', email, password: 'the stranger chose this' })
    const stale = await mailbox.token(email)
    await post('sign-up', { name: 'Ada', email, password })
    expect((await post('verify-email', { token: stale, password })).status).toBe(410)
    await post('verify-email', { token: await mailbox.token(email, 2), password })
    expect((await post('sign-in', { email, password: 'the stranger chose this' })).status).toBe(401)
    expect((await post('sign-in', { email, password })).status).toBe(200)
  })

  it('[O2] by a stranger is not confirmed by the one who gets the mail', async () => {
    const email = freshEmail()
    await post('sign-up', { name: 'Mallory', email, password: 'the stranger chose this' })
    const token = await mailbox.token(email)
    const clicked = await post('verify-email', { token, password: 'whatever the owner types' })
    expect([clicked.status, (await readProblem(clicked)).code]).toEqual([401, 'invalid_credentials'])
    expect((await post('sign-in', { email, password: 'the stranger chose this' })).status).toBe(403)
  })

  it('[O2] at the same moment as another answers both alike, and one of them is confirmed', async () => {
    const email = freshEmail()
    const both = await Promise.all([1, 2].map(() => post('sign-up', { name: 'Ada', email, password })))
    expect(both.map(({ status }) => status)).toEqual([202, 202])
    // Where the second has replaced the first, only its mail counts, which may come a moment later.
    await vi.waitFor(
      async () => {
        const token = await mailbox.token(email)
        expect((await post('verify-email', { token, password })).status).toBe(200)
      },
      { timeout: 30_000, interval: 200 },
    )
  })

  it('[O2] stores no password, and no token that a mail carries', async () => {
    const { email } = await signUp()
    await post('forgot-password', { email })
    const token = await mailbox.token(email, 2)
    const tables = [
      'users',
      'auth_accounts',
      'auth_verifications',
      'auth_sessions',
      'user_tokens',
      'audit_log',
    ]
    for (const table of tables) {
      const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all()
      const text = JSON.stringify(results)
      expect(text).not.toContain(password)
      expect(text).not.toContain(token)
    }
    const row = await env.DB.prepare(
      'SELECT password FROM auth_accounts JOIN users ON users.id = user_id WHERE email = ?',
    )
      .bind(email)
      .first<{ password: string }>()
    expect(row?.password).toMatch(/^scrypt\$16384\$8\$5\$/)
    expect(await env.DB.prepare('SELECT count(*) AS n FROM auth_sessions').first('n')).toBe(0)
  })

  it.each([
    ['аda@example.com', 'a Cyrillic letter'],
    ['ada@exаmple.com', 'a Cyrillic letter in the domain'],
    ['ada@example.com\u200b', 'an invisible sign'],
    ['ada\u202e@example.com', 'a direction mark'],
    ['ada@@example.com', 'two at signs'],
    ['ada@localhost', 'no domain'],
    ['ada@example.com\r\nBcc: all@example.com', 'a line'],
    [`${'a'.repeat(250)}@example.com`, 'too long'],
  ])('[O2] refuses the look-alike or broken address %s: %s', async (email) => {
    const answer = await post('sign-up', { name: 'Ada', email, password })
    expect(answer.status).toBe(400)
    expect((await readProblem(answer)).errors?.[0]?.field).toBe('email')
  })

  it('[O2] takes compatibility forms of an address for the same', async () => {
    const { email } = await signUp()
    const wide = email.replace('person', 'ｐｅｒｓｏｎ').replace('example', 'EXAMPLE')
    expect((await post('sign-in', { email: wide, password })).status).toBe(200)
  })

  it.each([
    { password: 'short' },
    { password: 'x'.repeat(129) },
    { password: 'ada@example.com', email: 'ADA@example.com' },
    { role: 'owner' },
    { emailVerified: true },
    { id: 'usr_mine' },
    { name: '' },
    { name: 'Ada\u202eevil' },
  ])('[O2] refuses %j', async (odd) => {
    const answer = await post('sign-up', { name: 'Ada', email: freshEmail(), password, ...odd })
    expect(answer.status).toBe(400)
  })
})

describe('signing in', () => {
  it('[O2] answers a wrong password and an unknown address alike', async () => {
    const { email } = await signUp()
    const wrong = await post('sign-in', { email, password: 'not this one' })
    const unknown = await post('sign-in', { email: freshEmail(), password })
    const problems = [await readProblem(wrong), await readProblem(unknown)]
    for (const problem of problems) delete problem.request_id
    expect(problems[0]).toEqual(problems[1])
    expect(problems[0]).toMatchObject({ status: 401, code: 'invalid_credentials' })
  })

  it('[O6] replaces the session that was there before, so that a planted one admits nobody', async () => {
    const mallory = await signUp()
    const { email } = await signUp()
    const answer = await post('sign-in', { email, password }, { ...ownPage, ...mallory.session })
    expect(answer.status).toBe(200)
    expect(cookieOf(answer)).not.toEqual(mallory.session)
    expect((await call('GET', '/account/', mallory.session)).status).toBe(401)
    expect((await account(cookieOf(answer))).user.email).toBe(email)
  })

  it('[O6] never takes a session that somebody else has made up', async () => {
    const { email } = await signUp()
    const planted = { Cookie: '__Host-custos_session=cus_session_planted' }
    const answer = await post('sign-in', { email, password }, { ...ownPage, ...planted })
    expect(cookieOf(answer)).not.toEqual(planted)
    expect((await call('GET', '/account/', planted)).status).toBe(401)
  })

  it('[O1] [A4] sets a cookie for a page of this server alone; answers a token to a program', async () => {
    const { email } = await signUp()
    expect((await post('sign-in', { email, password }, { Origin: 'https://evil.example' })).status).toBe(403)
    expect((await post('sign-in', { email, password }, {})).status).toBe(403)
    const answer = await post('sign-in', { email, password, token: true }, {})
    expect(answer.headers.get('Set-Cookie')).toBeNull()
    const { token } = signedInSchema.parse(await answer.json())
    expect((await account({ Authorization: `Token ${token}` })).user.email).toBe(email)
    expect((await account({ Authorization: `Bearer ${token}` })).user.email).toBe(email)
  })

  it('[A1] by a cookie that only this host can set, and none that a neighbour could', async () => {
    const { email, session } = await signUp()
    const planted = { Cookie: session.Cookie.replace('__Host-', '') }
    expect((await call('GET', '/account/', planted)).status).toBe(401)
    expect((await account({ Cookie: `custos_session=planted; ${session.Cookie}` })).user.email).toBe(email)
    const answer = await post('sign-in', { email, password }, { ...ownPage, ...planted })
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-custos_session=cus_session_[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; /,
      ),
    ])
    const out = await call('POST', '/account/sign-out/', { ...ownPage, ...cookieOf(answer) })
    expect(out.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-custos_session=; Max-Age=0; Path=\/; HttpOnly; Secure; /),
    ])
  })

  it('[N4] slows down after wrong passwords, and says for how long', async () => {
    const { email } = await signUp()
    const statuses: number[] = []
    for (let i = 0; i < 7; i++) statuses.push((await post('sign-in', { email, password: 'not this' })).status)
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
    expect(statuses).toContain(429)
  })

  it('[U1] stands in the log of the person, and so does a refusal', async () => {
    const { email, session } = await signUp()
    await post('sign-in', { email, password: 'not this one' })
    await post('sign-in', { email, password, token: true })
    const [organization] = (await account(session)).organizations
    const answer = await call('GET', `/organizations/${organization?.id}/audit/`, session)
    const { data } = await answer.json<{ data: { action: string }[] }>()
    const actions = data.map((record) => record.action)
    expect(actions.filter((action) => action === 'session.create')).toHaveLength(2)
    expect(actions).toContain('session.refuse')
    expect(actions).toContain('account.create')
  })
})

describe('a link from a mail', () => {
  it('[O2] confirms once', async () => {
    const email = freshEmail()
    await post('sign-up', { name: 'Ada', email, password })
    const token = await mailbox.token(email)
    expect((await post('verify-email', { token, password })).status).toBe(200)
    const again = await post('verify-email', { token, password })
    expect([again.status, (await readProblem(again)).code]).toEqual([410, 'link_expired'])
    expect(again.headers.get('Set-Cookie')).toBeNull()
    expect((await post('verify-email', { token: 'nonsense', password })).status).toBe(410)
  })

  it('[O2] is sent again when asked for; to nobody, with the same answer', async () => {
    const email = freshEmail()
    await post('sign-up', { name: 'Ada', email, password })
    expect((await post('resend', { email })).status).toBe(202)
    expect((await post('resend', { email: freshEmail() })).status).toBe(202)
    expect((await post('verify-email', { token: await mailbox.token(email, 2), password })).status).toBe(200)
  })

  it('[O2] [O6] resets a password once, and ends every session and token', async () => {
    const { email, session } = await signUp()
    const signedIn = await post('sign-in', { email, password, token: true })
    const { token: bearer } = signedInSchema.parse(await signedIn.json())
    expect((await post('forgot-password', { email })).status).toBe(202)
    expect((await post('forgot-password', { email: freshEmail() })).status).toBe(202)
    const token = await mailbox.token(email, 2)
    const fresh = 'an entirely new password'
    expect((await post('reset-password', { token, password: fresh })).status).toBe(204)
    expect((await call('GET', '/account/', session)).status).toBe(401)
    expect((await call('GET', '/account/', { Authorization: `Token ${bearer}` })).status).toBe(401)
    expect((await post('sign-in', { email, password })).status).toBe(401)
    expect((await post('sign-in', { email, password: fresh })).status).toBe(200)
    const again = await post('reset-password', { token, password: 'and another one' })
    expect([again.status, (await readProblem(again)).code]).toEqual([410, 'link_expired'])
  })

  it('[O2] resets a password once, however many use it at the same moment', async () => {
    const { email } = await signUp()
    await post('forgot-password', { email })
    const token = await mailbox.token(email, 2)
    const answers = await Promise.all(
      [1, 2, 3].map((n) => post('reset-password', { token, password: `password number ${n}` })),
    )
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['204', '410', '410'])
  })

  it('[O2] of one kind is none of the other', async () => {
    const email = freshEmail()
    await post('sign-up', { name: 'Ada', email, password })
    const token = await mailbox.token(email)
    expect((await post('reset-password', { token, password: 'an entirely new password' })).status).toBe(410)
  })

  it('keeps its secret out of anything a server logs: it stands in the fragment', async () => {
    const email = freshEmail()
    await post('sign-up', { name: '<b>Ada</b>', email, password })
    const [mail] = await mailbox.until(email, 1)
    const token = await mailbox.token(email)
    expect(mail?.text).toContain(`https://custos.test/verify-email#token=${token}`)
    expect(mail?.html).not.toContain('<b>Ada')
    expect(mail?.subject).not.toContain('Ada')
  })
})

describe('mass assignment', () => {
  it('[O2] changes nothing of a person but the name', async () => {
    const { organizationId } = await seedProject()
    const user = await seedUser(organizationId, 'viewer')
    for (const body of [
      { email: 'other@example.com' },
      { id: 'usr_x' },
      { email_verified: true },
      { role: 'owner' },
    ]) {
      expect((await call('PATCH', '/account/', user.auth, body)).status).toBe(400)
    }
    expect((await call('PATCH', '/account/', user.auth, { name: 'Grace' })).status).toBe(200)
    expect((await account(user.auth)).user.name).toBe('Grace')
  })
})
