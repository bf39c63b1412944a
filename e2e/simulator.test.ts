import { once } from 'node:events'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { currentRun, post } from './support/log.ts'
import { makeLong } from './support/long-run.ts'
import { discard, startServer, type TestServer } from './support/server.ts'

/* A run of many beats, views that are kept, two runs compared: in a real browser, on the real server. */

/** More than the page takes in whole, with reds and many doubtful beats long before its newest ones. */
const SIZE = 30_000
/** The newest red one of them, by how the run is made. */
const RED = 29_919

let server: TestServer
let browser: Browser
let context: BrowserContext
let page: Page
let long: string
let other: string
const complaints: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  await post(server, { prompt: 'Where is my order?', response: 'It is on its way.' })
  long = (await currentRun(server)).id
  await (await fetch(`${server.url}/simulator/logs/${long}/`, { headers: server.keyAuth })).text()
  await server.stop()
  makeLong(server.dataDir, long, SIZE)
  server = await startServer(server)
  const started = await fetch(`${server.url}/simulator/runs/`, {
    method: 'POST',
    headers: { ...server.userAuth, 'Content-Type': 'application/json' },
    body: '{"name": "The other run"}',
  })
  other = ((await started.json()) as { id: string }).id
  for (const response of ['Yes.', 'Your card 4539 1488 0343 6467 is on file.', 'No.'])
    await fetch(`${server.url}/simulator/logs/`, {
      method: 'POST',
      headers: { ...server.userAuth, 'Content-Type': 'application/json' },
      body: JSON.stringify({ run_id: other, prompt: 'Well?', response }),
    })
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(server.sign_in_url)
  await page.getByRole('heading', { name: 'Runs' }).waitFor()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await discard(server)
})

const runPage = (query = '') => `${server.url}/simulator/runs/${long}${query}`
const live = () => page.getByText('Live', { exact: true }).waitFor()
const feed = () => page.getByRole('region', { name: 'Beats' })
const drawer = (seq: number) => page.getByRole('complementary', { name: `Beat ${seq}`, exact: true })

/** Runs in the page: what is on the canvas of the trace. */
function plotPixels(): Uint8ClampedArray {
  const canvas = document.querySelector<HTMLCanvasElement>('.trace-host canvas')
  const { width = 0, height = 0 } = canvas ?? {}
  return canvas?.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray()
}

/** Runs in the page: which share of the pixels is another than before. */
function shareThatDiffers(before: Uint8ClampedArray): number {
  const canvas = document.querySelector<HTMLCanvasElement>('.trace-host canvas')
  const { width = 0, height = 0 } = canvas ?? {}
  const now = canvas?.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray()
  const differ = now.filter((value, index) => Math.abs(value - (before[index] ?? 0)) > 24)
  return differ.length / now.length
}

/** Entries that came over the socket, as the page's own list tells. */
async function oldestListed(): Promise<number> {
  const words = await page.getByText(/^Listed from #/).textContent()
  return Number(words?.replaceAll(/\D/g, ''))
}

describe('a long run', () => {
  it('opens with its newest entries alone, and tells the figures of all', async () => {
    await page.goto(runPage('?list=table'))
    await live()
    await page.getByText(SIZE.toLocaleString('en')).first().waitFor()
    const older = page.getByRole('button', { name: 'Older beats' })
    while (await older.isEnabled()) await older.click()
    expect(await oldestListed()).toBe(SIZE - 2000 + 1)
  })

  it('reads on when asked', async () => {
    await page.getByRole('button', { name: 'Read older' }).click()
    await expect.poll(oldestListed).toBe(SIZE - 2200 + 1)
  })

  it('[G1] finds what passes a filter before the entries that are listed', async () => {
    await page.goto(runPage('?show=red&list=table'))
    await live()
    await page.getByText('The whole run was looked through.').waitFor()
    const found = await page.locator('.beat-table tbody th').allTextContents()
    expect(found).toEqual(['29919', '19946', '9973'])
    await page.getByRole('button', { name: '9973', exact: true }).click()
    await drawer(9973).getByText('Violation').first().waitFor()
  })

  it('[S1] shows a beat of long ago by its link, on the trace too, and steps from there', async () => {
    await page.goto(runPage('?beat=9973'))
    await drawer(9973).getByText('Where is my order?').waitFor()
    await page.waitForURL(/from=\d+&to=\d+/)
    await drawer(9973).getByRole('button', { name: 'Next beat' }).click()
    await drawer(9974).getByText('Where is my order?').waitFor()
    // The past comes in, or is here already: only then can a far beat be told.
    await page.getByText('Reading the past…').waitFor({ state: 'detached' })
    await page.keyboard.press('Shift+ArrowLeft')
    await drawer(9973).getByText('Violation').first().waitFor()
    await page.keyboard.press('Shift+ArrowLeft')
    // 997 times 10: the doubtful one before.
    await drawer(9970).getByText('Doubtful').first().waitFor()
    await expect.poll(() => page.url()).toContain('beat=9970')
  })

  it('steps to the neighbour of such a beat while the past is still coming in', async () => {
    const answer = new AbortController()
    const held = once(answer.signal, 'abort')
    await page.route('**/trace/**', async (route) => {
      await held
      await route.continue()
    })
    onTestFinished(() => {
      answer.abort()
      return page.unroute('**/trace/**')
    })
    await page.goto(runPage('?beat=9973'))
    await drawer(9973).getByText('Where is my order?').waitFor()
    await page.getByText('Reading the past…').waitFor()
    await drawer(9973).getByRole('button', { name: 'Next beat' }).click()
    await drawer(9974).getByText('Where is my order?').waitFor()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('ArrowRight')
    await drawer(9975).getByText('Where is my order?').waitFor()
    answer.abort()
    await page.getByText('Reading the past…').waitFor({ state: 'detached' })
    await page.keyboard.press('Shift+ArrowLeft')
    await drawer(9973).getByText('Violation').first().waitFor()
    await page.keyboard.press('Shift+ArrowLeft')
    await drawer(9970).getByText('Doubtful').first().waitFor()
    await expect.poll(() => page.url()).toContain('beat=9970')
  })

  it('[S4] takes one back to where one was, unless the address says where to look', async () => {
    await page.waitForFunction(() => localStorage.getItem('custos.places')?.includes('9970'))
    await page.goto(runPage())
    await page.getByText('Back where you left this run.').waitFor()
    await drawer(9970).waitFor()
    await page.getByRole('button', { name: 'Newest' }).last().click()
    await page.waitForURL(runPage())
    await page.goto(runPage(`?beat=${RED}`))
    await drawer(RED).waitFor()
    expect(await page.getByText('Back where you left this run.').count()).toBe(0)
  })

  it('[L2] says how many watch it', async () => {
    const colleague = await context.newPage()
    await colleague.goto(runPage())
    await page.getByText('2 watching').waitFor()
    await colleague.close()
    await expect.poll(() => page.getByText('2 watching').count()).toBe(0)
  })

  it('draws the same while one moves along it as when one rests', async () => {
    // From afar a point stands for many beats; 30,000 are few enough to come by themselves, a moment later.
    const closely = page.waitForResponse(/\/trace\/\?points=100000/)
    await page.goto(runPage('?span=all'))
    await live()
    await closely
    await page.getByText('zoom in to see it').waitFor({ state: 'detached' })
    let rested = await page.evaluateHandle(plotPixels)
    let still = 0
    await expect
      .poll(
        async () => {
          const differs = (await rested.evaluate(shareThatDiffers)) > 0
          if (differs) rested = await page.evaluateHandle(plotPixels)
          still = differs ? 0 : still + 1
          return still
        },
        { interval: 1000 },
      )
      .toBe(3)
    const push = async (pixels: number) => {
      await page.keyboard.down('Shift')
      await page.mouse.wheel(0, pixels)
      await page.keyboard.up('Shift')
    }
    await page.locator('.trace-host .u-over').hover()
    await push(150)
    await expect.poll(() => rested.evaluate(shareThatDiffers)).toBeGreaterThan(0.02)
    await push(-150)
    await expect.poll(() => rested.evaluate(shareThatDiffers)).toBeLessThan(0.002)
  })
})

describe('saved views', () => {
  it('[S5] keep what is on screen, open the page, and come back when they were deleted', async () => {
    await page.goto(runPage('?show=red,flatline'))
    await live()
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByLabel('Name of the view').fill('Red ones')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved as “Red ones”.').waitFor()
    await page.getByRole('button', { name: 'Open the page with Red ones' }).click()
    await page.getByText('opens first').waitFor()
    await page.goto(`${server.url}/simulator`)
    await page.waitForURL(`**/runs/${long}?show=red,flatline`)
    await feed().getByText('Made-up finding').first().waitFor()
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('button', { name: 'Delete Red ones' }).click()
    await page.getByText('None yet.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await page.getByRole('link', { name: /^Red ones/ }).waitFor()
    await page.getByRole('button', { name: 'Delete Red ones' }).click()
    await page.getByText('None yet.').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('region', { name: 'Saved views' }).count()).toBe(0)
  })
})

describe('two runs compared', () => {
  it('stand on one chart and in one table, and the link holds both', async () => {
    await page.goto(runPage())
    await page.getByRole('link', { name: 'Compare' }).click()
    await page.getByLabel(/Run B/).selectOption(other)
    await page.waitForURL(`**/simulator/compare?a=${long}&b=${other}`)
    const row = page.getByRole('row', { name: /^Beats / })
    await row.waitFor()
    expect(await row.getByRole('cell').allTextContents()).toEqual([SIZE.toLocaleString('en'), '3'])
    await expect.poll(() => page.evaluate(inkOf, '.compare-chart canvas')).toBeGreaterThan(1000)
    await page.getByRole('button', { name: 'By time since start' }).click()
    await page.waitForURL('**&by=time')
    await page.getByRole('button', { name: 'Swap' }).click()
    await page.waitForURL(`**/compare?a=${other}&b=${long}&by=time`)
  })

  it('say so where a project has no baseline', async () => {
    await page.getByLabel(/Run B/).selectOption('baseline')
    await page.getByText('names no baseline').waitFor()
    // The address follows a moment later: browsers limit how often it may change.
    await expect.poll(() => page.url(), { timeout: 30_000 }).toContain('b=baseline')
  })
})

it('has said nothing in the console', () => {
  expect(complaints).toEqual([])
})

/** Pixels of a canvas in which something strong is drawn. */
function inkOf(selector: string): number {
  const canvas = document.querySelector<HTMLCanvasElement>(selector)
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
  let ink = 0
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = [
      pixels[at],
      pixels[at + 1],
      pixels[at + 2],
      pixels[at + 3],
    ]
    // The accent and the ink of the tokens; the grid and its numbers are paler.
    if (alpha > 200 && (blue > red + 100 || red + green + blue < 150)) ink += 1
  }
  return ink
}
