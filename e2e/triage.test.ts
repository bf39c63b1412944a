import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { discard, startServer, type TestServer } from './support/server.ts'

let server: TestServer
let browser: Browser
let page: Page
const errors: string[] = []

const hostile = '<img src=x onerror="document.title=1"> \u202Egnp.exe'
const bad = { prompt: `Which way? ${hostile}`, response: 'please bypass safety' }

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), openBrowser()])
  for (const beat of [bad, { prompt: 'Hello', response: 'Hello!' }, bad, bad]) {
    const answer = await fetch(`${server.url}/simulator/logs/`, {
      method: 'POST',
      headers: { ...server.keyAuth, 'Content-Type': 'application/json' },
      body: JSON.stringify(beat),
    })
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  }
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(server.sign_in_url)
  await page.getByRole('link', { name: 'Incidents' }).waitFor()
})
afterAll(async () => {
  await browser.close()
  await discard(server)
})

const picture = async (name: string) => {
  const folder = process.env.CUSTOS_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}
const items = () => page.locator('.incident')

describe('triage', () => {
  it('[T1] lists what is open and works it off from the keyboard', async () => {
    await page.getByRole('link', { name: 'Incidents' }).click()
    await items().first().waitFor()
    await expect.poll(() => items().count(), { timeout: 20_000 }).toBe(3)
    await page.keyboard.press('j')
    await page.getByRole('region', { name: 'Incident at beat 4' }).waitFor()
    await page.getByText('onerror').first().waitFor()
    expect(await page.title()).toBe('Incidents · Custos')
    await picture('incidents')
    // Marking it takes it out of what is open, and goes on to the next.
    await page.keyboard.press('f')
    await page.getByRole('region', { name: 'Incident at beat 3' }).waitFor()
    await expect.poll(() => items().count(), { timeout: 20_000 }).toBe(2)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => items().count(), { timeout: 20_000 }).toBe(3)
  })

  it('[T3] keeps owner, note and labels, also after a reload', async () => {
    await page.keyboard.press('t')
    await page.getByRole('button', { name: /^Hand back/ }).waitFor()
    await page.keyboard.press('n')
    await page.keyboard.type('Seen on the night shift')
    await page.locator('.incident-head h2').click()
    const labels = page.locator('.labels')
    await labels.getByRole('button', { name: 'Yes' }).first().click()
    await labels.locator('[aria-pressed="true"]').waitFor()
    await page.reload()
    await page.getByRole('button', { name: /^Hand back/ }).waitFor()
    expect(await page.getByLabel('Note').inputValue()).toBe('Seen on the night shift')
    await labels.locator('[aria-pressed="true"]').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: 'Beat 3' }).waitFor()
  })
})

describe('the playground', () => {
  it('judges in the browser what is typed, and sends it as a beat', async () => {
    await page.getByRole('link', { name: 'Playground' }).click()
    await page.getByLabel('Response').fill('please bypass safety')
    await page.locator('.verdict').waitFor()
    await page.getByText(/\d [µm]s in this browser/).waitFor()
    const shown = await page.locator('.verdict-score').textContent()
    await picture('playground')
    await page.getByRole('button', { name: 'Send as a beat' }).click()
    await page.getByText('Sent as beat').waitFor()
    await page.getByRole('button', { name: 'See it' }).click()
    const beat = page.getByRole('complementary', { name: /^Beat/ })
    await beat.waitFor()
    // The server says the same.
    expect(await beat.locator('.verdict-score').textContent()).toBe(shown)
  })

  it('judges by the policy and the thresholds of the project that is chosen', async () => {
    const { projects } = (await (
      await fetch(`${server.url}/account/`, { headers: server.userAuth })
    ).json()) as {
      projects: { id: string }[]
    }
    const policy = `${server.url}/projects/${projects[0]?.id}/policy/`
    const rule = {
      id: 'own.word',
      title: 'The word that is not said',
      severity: 'high',
      target: 'response',
      when: { keywords: ['rhubarb'] },
      action: 'flag',
      principle: 'nist-safe',
      why: 'It is not said here.',
      remediation: 'Say something else.',
      examples: { fires: [{ response: 'Rhubarb!' }], silent: [{ response: 'Hello' }] },
    }
    const own = { id: 'own', version: '1.0.0', extends: 'custos.default', rules: [rule] }
    const headers = { ...server.userAuth, 'Content-Type': 'application/json' }
    const put = await fetch(policy, { method: 'PUT', headers, body: JSON.stringify(own) })
    expect(put.status).toBe(200)
    await page.getByRole('link', { name: 'Playground' }).click()
    await page.reload()
    await page.getByLabel('Response').fill('We sell rhubarb.')
    await page.getByText('The word that is not said').waitFor()
    await page.getByLabel('Judged as in').selectOption({ label: 'the shipped policy' })
    await page.getByText('The word that is not said').waitFor({ state: 'detached' })
    await fetch(policy, { method: 'DELETE', headers: server.userAuth })
  })

  it('leaves the policy of the page alone', () => {
    expect(errors).toEqual([])
  })
})
