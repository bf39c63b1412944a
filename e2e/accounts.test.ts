import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { discard, startServer, type TestServer } from './support/server.ts'

let server: TestServer
let browser: Browser
let owner: Page
let guest: Page
const contexts: BrowserContext[] = []
const errors: string[] = []
const password = 'a long night at the bedside'
/** A busy machine takes its time. */
const soon = { timeout: 20_000 }

async function openPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  contexts.push(context)
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  return page
}

/** The newest link of a kind that a mail brought; a local server prints its mails. */
async function mailed(path: string): Promise<string> {
  const pattern = new RegExp(`http://[^\\s]+/${path}#token=[\\w.~-]+`, 'g')
  await expect.poll(() => server.printed().match(pattern)?.length ?? 0, soon).toBeGreaterThan(0)
  return server.printed().match(pattern)?.at(-1) ?? ''
}

const picture = async (page: Page, name: string) => {
  const folder = process.env.CUSTOS_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), openBrowser()])
  ;[owner, guest] = [await openPage(), await openPage()]
  await owner.goto(server.sign_in_url)
  await owner.getByRole('link', { name: 'Settings' }).waitFor()
})
afterAll(async () => {
  await browser.close()
  await discard(server)
})

describe('accounts', () => {
  it('[O1] are made with a confirmed address, and lead to a first project of one’s own', async () => {
    await guest.goto(`${server.url}/sign-up`)
    await guest.getByLabel('Name').fill('Guest')
    await guest.getByLabel('E-mail').fill('Guest@Example.com')
    await guest.getByLabel('Password').fill('short')
    await guest.getByRole('button', { name: 'Create the account' }).click()
    // The browser itself holds a short password back.
    expect(
      await guest.getByLabel('Password').evaluate((field: HTMLInputElement) => field.validity.valid),
    ).toBe(false)
    await guest.getByLabel('Password').fill(password)
    await guest.getByRole('button', { name: 'Create the account' }).click()
    await guest.getByText('Look into your mail').waitFor()
    await guest.goto(await mailed('verify-email'))
    await guest.getByLabel('Password').fill(password)
    await guest.getByRole('button', { name: 'Confirm and sign in' }).click()
    await guest.getByText('Guest', { exact: true }).waitFor()
    expect(guest.url()).not.toContain('token')
    await guest.getByRole('link', { name: 'Settings' }).click()
    await guest.getByRole('link', { name: 'My first project' }).waitFor()
    await picture(guest, 'guest-account')
  })

  it('[O2] sign in with their password, and not with another', async () => {
    await guest.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
    await guest.getByText('You are signed out').waitFor()
    await guest.getByRole('link', { name: 'Sign in' }).click()
    await guest.getByLabel('E-mail').fill('guest@example.com')
    await guest.getByLabel('Password').fill('another password')
    await guest.getByRole('button', { name: 'Sign in' }).click()
    await guest.getByRole('alert').waitFor()
    await guest.getByLabel('Password').fill(password)
    await guest.getByRole('button', { name: 'Sign in' }).click()
    await expect.poll(() => guest.getByText('Guest', { exact: true }).isVisible(), soon).toBe(true)
  })

  it('[O9] make a key that is shown once and writes beats', async () => {
    await guest.getByRole('link', { name: 'Settings' }).click()
    await guest.getByRole('link', { name: 'My first project' }).click()
    await guest.getByText('New key', { exact: true }).click()
    const panel = guest.getByRole('region', { name: 'API keys' })
    await panel.getByLabel('Name', { exact: true }).fill('Support bot')
    await guest.getByRole('button', { name: 'Make the key' }).click()
    const key = (await panel.locator('.secret-once code').textContent()) ?? ''
    expect(key).toMatch(/^cus_live_/)
    await picture(guest, 'guest-key')
    const answer = await fetch(`${server.url}/simulator/logs/`, {
      method: 'POST',
      headers: { Authorization: `ApiKey ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ prompt: 'Hello', response: 'Hello!' }),
    })
    expect(answer.status).toBe(201)
    await guest.reload()
    await panel
      .getByText('Support bot')
      .or(panel.getByLabel(/^Name of/))
      .first()
      .waitFor()
    expect(await guest.content()).not.toContain(key)
  })

  it('[A2] see nothing of another organisation', async () => {
    await guest.goto(`${server.url}/settings/organizations/org_local`)
    await guest.getByRole('heading', { name: 'There is no such thing' }).waitFor()
    await guest.goto(`${server.url}/simulator/incidents?state=all`)
    await expect.poll(() => guest.getByText('No incidents yet').isVisible(), soon).toBe(true)
  })

  it('[O7] join an organisation by invitation, as what they were invited', async () => {
    await owner.goto(`${server.url}/settings/organizations/org_local`)
    const invitations = owner.getByRole('region', { name: 'Invitations' })
    await invitations.getByLabel('E-mail').fill('guest@example.com')
    await invitations.getByLabel('Role').selectOption('viewer')
    await invitations.getByRole('button', { name: 'Send the invitation' }).click()
    await invitations.getByRole('cell', { name: 'guest@example.com' }).waitFor()
    await guest.goto(await mailed('invitation'))
    await guest.getByRole('button', { name: /^Accept as/ }).click()
    await guest.getByText('You are a member of Local now').waitFor()
    await guest.goto(`${server.url}/settings/organizations/org_local`)
    await guest.getByRole('cell', { name: 'guest@example.com' }).waitFor()
    // A viewer manages nothing.
    expect(await guest.getByRole('button', { name: 'Send the invitation' }).count()).toBe(0)
    await owner.reload()
    await picture(owner, 'owner-organization')
  })

  it('the audit log has it, with who and what', async () => {
    await owner.getByRole('link', { name: 'Audit log' }).click()
    await owner.getByRole('cell', { name: 'invitation.accept' }).waitFor()
    const created = owner.getByRole('cell', { name: 'invitation.create' })
    await expect.poll(() => created.isVisible(), soon).toBe(true)
    await picture(owner, 'owner-audit')
  })

  it('[O6] get a new password by mail, which ends every session', async () => {
    const elsewhere = await openPage()
    await elsewhere.goto(`${server.url}/forgot-password`)
    await elsewhere.getByLabel('E-mail').fill('guest@example.com')
    await elsewhere.getByRole('button', { name: 'Send a link' }).click()
    await elsewhere.getByText('Look into your mail').waitFor()
    await elsewhere.goto(await mailed('reset-password'))
    await elsewhere.getByLabel('New password').fill('quite another long one')
    await elsewhere.getByRole('button', { name: 'Save it' }).click()
    await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor()
    await guest.reload()
    await expect.poll(() => guest.getByText('You are not signed in').isVisible(), soon).toBe(true)
  })

  it('run no script but the page’s own', () => {
    expect(errors).toEqual([])
  })
})
