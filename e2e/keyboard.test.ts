import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { currentRun, post } from './support/log.ts'
import { discard, startServer, type TestServer } from './support/server.ts'

/* From the first beat to a checked export with no mouse. The tests go on from one another, as a person does. */

/** More steps than any page has; beyond them a thing cannot be reached. */
const STEPS = 80

let server: TestServer
let browser: Browser
let page: Page
let saved: string
/** Stops whose focus nobody sees. */
const unseen: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await page.goto(server.sign_in_url)
})
afterAll(async () => {
  await browser.close()
  await discard(server)
})

/** Whether somebody can see that a thing has the focus: it, what it spreads over, or its label has an outline. */
const isSeen = (element: Element) => {
  const label = element.closest('label')
  const styles = [getComputedStyle(element), getComputedStyle(element, '::after')]
  if (label) styles.push(getComputedStyle(label))
  return styles.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
}

/** Goes from stop to stop until it is at a thing, and looks whether each stop can be seen. */
async function reach(thing: Locator): Promise<void> {
  await thing.first().waitFor()
  for (let step = 0; step < STEPS; step += 1) {
    await page.keyboard.press('Tab')
    const at = page.locator(':focus')
    if ((await at.count()) === 0) continue
    if (!(await at.evaluate(isSeen)))
      unseen.push(await at.evaluate(({ outerHTML }) => outerHTML.slice(0, 120)))
    if (await thing.first().evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Not to be reached by Tab: ${String(thing)}`)
}

async function press(thing: Locator): Promise<void> {
  await reach(thing)
  await page.keyboard.press('Enter')
}

it('starts a run', async () => {
  await press(page.getByRole('button', { name: 'Send a sample beat' }))
  await page.getByText('Live', { exact: true }).waitFor()
  expect(unseen).toEqual([])
})

it('comes to the severe beat, and steps from it along the trace', async () => {
  const response = 'Sure. Your card 4539 1488 0343 6467 is on file.'
  await post(server, { prompt: 'Which card is on file?', response, status: 'red', flatline: true })
  await post(server, { prompt: 'Thank you', response: 'You are welcome.' })
  await page.getByRole('heading', { level: 1, name: 'Misaligned' }).waitFor()
  await press(page.getByRole('button', { name: /^Look at beat/ }))
  const drawer = page.getByRole('complementary', { name: /^Beat/ })
  await drawer.getByText('Which card is on file?').waitFor()
  await page.keyboard.press('ArrowRight')
  await drawer.getByText('You are welcome.').waitFor()
  await page.keyboard.press('Shift+ArrowLeft')
  await drawer.getByText('Which card is on file?').waitFor()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  expect(unseen).toEqual([])
})

it('labels its incident', async () => {
  await press(page.getByRole('link', { name: 'Incidents' }))
  await page.locator('.incident').first().waitFor()
  await page.keyboard.press('j')
  await page.getByRole('region', { name: /^Incident at beat/ }).waitFor()
  const yes = page.locator('.labels').getByRole('button', { name: 'Yes' }).first()
  await reach(yes)
  await page.keyboard.press('Space')
  await expect.poll(() => yes.getAttribute('aria-pressed')).toBe('true')
})

it('exports the run', async () => {
  await press(page.getByRole('link', { name: 'Runs' }))
  await press(page.locator('main').getByRole('link', { name: /My first key/ }))
  await page.getByRole('heading', { level: 1, name: 'Misaligned' }).waitFor()
  await press(page.getByRole('button', { name: 'Export' }))
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.waitFor()
  const coming = page.waitForEvent('download')
  await press(dialog.getByRole('link', { name: 'Download' }))
  saved = await (await coming).path()
  expect((await currentRun(server)).stats.beats).toBeGreaterThan(2)
})

it('checks that nothing in it was changed', async () => {
  await press(page.getByRole('button', { name: 'Export' }))
  await press(page.getByRole('dialog').getByRole('link', { name: /nothing in it was changed/ }))
  const choosing = page.waitForEvent('filechooser')
  await reach(page.locator('input[type="file"]'))
  await page.keyboard.press('Space')
  await (await choosing).setFiles(saved)
  await page.getByRole('heading', { name: 'Intact', exact: true }).waitFor()
  expect(unseen).toEqual([])
})
