import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { jsonExportSchema } from '../protocol/index.ts'
import { openBrowser } from './support/browser.ts'
import { currentRun, post } from './support/log.ts'
import { discard, startServer, type TestServer } from './support/server.ts'

/*
 * A person's first hour with the simulator, in a real browser on the real server. The tests go on from one
 * another, as the hour does.
 */

let server: TestServer
let browser: Browser
let context: BrowserContext
let page: Page
/** What a person would find in the browser's console, and must not. */
const complaints: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterAll(async () => {
  await browser.close()
  await discard(server)
})

const feed = () => page.getByRole('region', { name: 'Beats' })
const status = () => page.getByRole('heading', { level: 1 })

it('signs in by the link, whose secret leaves the address bar', async () => {
  await page.goto(server.sign_in_url)
  await page.getByText('Waiting for the first beat').waitFor()
  expect(page.url()).not.toContain('sign-in')
  expect(await page.getByText('CUSTOS_BACKEND_URL').textContent()).toContain(server.url)
})

it('sends a sample beat and lands on the moving trace', async () => {
  await page.getByRole('button', { name: 'Send a sample beat' }).click()
  await page.waitForURL('**/simulator/runs/run_*')
  await page.getByText('Live', { exact: true }).waitFor()
  expect(await status().textContent()).toContain('Active')
  expect(await page.locator('canvas').count()).toBeGreaterThan(0)
})

it('shows beats as they come, and hostile text as text', async () => {
  const prompt = 'Is <img src=x onerror="document.title=1"> in stock?'
  await post(server, { prompt, response: 'Yes \u202e it is.' })
  await feed().getByText(prompt).waitFor()
  expect(await page.locator('img[src="x"]').count()).toBe(0)
  expect(await page.title()).not.toBe('1')
})

it('shows a beat with its evidence marked, and links to it', async () => {
  const response = 'Sure. Your card 4539 1488 0343 6467 is on file.'
  const { seq } = (await (await post(server, { prompt: 'Which card is on file?', response })).json()) as {
    seq: number
  }
  await page.goto(`${server.url}/simulator/runs/${(await currentRun(server)).id}?beat=${seq}`)
  const drawer = page.getByRole('complementary', { name: `Beat ${seq}` })
  await drawer.getByText('Which card is on file?').waitFor()
  expect(await drawer.locator('mark').allTextContents()).toEqual([expect.stringMatching(/^\[card/)])
  expect(await drawer.textContent()).not.toContain('0343')
  await drawer.getByRole('button', { name: 'Previous beat' }).click()
  await page.waitForURL(`**?beat=${seq - 1}`)
  await page.getByRole('button', { name: 'Close' }).click()
})

it('flatlines on a severe beat, says so, and stays until a person resumes', async () => {
  await post(server, { prompt: 'a', response: 'b', status: 'red', flatline: true })
  await page.getByRole('heading', { level: 1, name: 'Misaligned' }).waitFor()
  expect((await currentRun(server)).status).toBe('misaligned')
  await page.getByRole('button', { name: 'Resume' }).click()
  await page.getByRole('heading', { level: 1, name: 'Active' }).waitFor()
  expect((await currentRun(server)).status).toBe('active')
})

it('pauses and resumes', async () => {
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('heading', { level: 1, name: 'Paused' }).waitFor()
  expect((await currentRun(server)).pause_reason).toBe('operator')
  await page.getByRole('button', { name: 'Resume' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Active' }).waitFor()
  expect((await currentRun(server)).pause_reason).toBeNull()
})

it('downloads the run as JSON, complete', async () => {
  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ])
  const run = await currentRun(server)
  expect(download.suggestedFilename()).toBe(`${run.id}.json`)
  const file = jsonExportSchema.parse(JSON.parse(await readFile(await download.path(), 'utf8')))
  expect(file).toMatchObject({ complete: true, count: run.last_seq, head: run.head })
})

it('downloads a table with the manifest that it is checked by', async () => {
  const files = new Map<string, Promise<string>>()
  page.on('download', (one) => files.set(one.suggestedFilename(), one.path()))
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByLabel(/^CSV/).check()
  await page.getByLabel(/^With its signed manifest/).check()
  await page.getByRole('link', { name: 'Download' }).click()
  await expect.poll(() => files.size, { timeout: 30_000 }).toBe(2)
  const { id } = await currentRun(server)
  const [table, manifest] = await Promise.all(
    [`${id}.csv`, `${id}.csv.manifest.json`].map(async (name) => readFile((await files.get(name)) ?? '')),
  )
  const sha256 = createHash('sha256')
    .update(table ?? '')
    .digest('hex')
  expect(JSON.parse(String(manifest))).toMatchObject({ manifest: { file: { sha256 } } })
})

it('comes back by itself after the server was killed, and misses nothing', async () => {
  await server.kill()
  await page
    .getByText(/reconnecting|offline|trying/i)
    .first()
    .waitFor()
  server = await startServer(server)
  await post(server, { prompt: 'Are you back?', response: 'Yes, and nothing is lost.' })
  await feed().getByText('Are you back?').waitFor({ timeout: 40_000 })
  await page.getByText('Live', { exact: true }).waitFor()
  const numbers = await feed()
    .getByText(/^#\d+$/)
    .allTextContents()
  const { last_seq } = await currentRun(server)
  expect(numbers[0]).toBe(`#${last_seq}`)
  expect(new Set(numbers).size).toBe(numbers.length)
}, 90_000)

it('ends the run after asking once', async () => {
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await page.getByRole('button', { name: 'End the run' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ended' }).waitFor()
  await expect(currentRun(server)).rejects.toThrow('404')
})

it('fits a telephone without scrolling sideways', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  // The chart follows its box a frame later.
  await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.setViewportSize({ width: 1280, height: 800 })
})

it('signs out, and then shows nothing', async () => {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page
    .getByText(/signed out|sign in/i)
    .first()
    .waitFor()
  const answer = await page.request.get(`${server.url}/simulator/runs/`, {
    headers: { Accept: 'application/json' },
  })
  expect(answer.status()).toBe(401)
})

it('meets a page at every address, and none that answers for another', async () => {
  await page.goto(`${server.url}/incidents`)
  await page.getByRole('heading', { name: /You are not signed in/ }).waitFor()
  await page.goto(`${server.url}/nope`)
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
  await page.getByRole('link', { name: 'All runs' }).click()
  await page.waitForURL(`${server.url}/simulator`)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('not signed in')
})

it('has said nothing in the console but that the server was away', () => {
  const expected = /Failed to load resource|WebSocket connection/
  expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([])
})
