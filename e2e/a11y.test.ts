import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { openScene, scenes } from './support/scenes.ts'
import { discard, startServer, type TestServer } from './support/server.ts'
import { setStage, type Stage } from './support/stage.ts'

/*
 * Every page in every state, by axe-core at level AA: light and wide, dark and narrow, so that each rule sees both
 * themes and both layouts.
 */

let server: TestServer
let browser: Browser
let stage: Stage
let cookies: Awaited<ReturnType<BrowserContext['cookies']>>

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), openBrowser()])
  const page = await browser.newPage()
  await page.goto(server.sign_in_url)
  await page.getByText('Waiting for the first beat').waitFor()
  cookies = await page.context().cookies()
  await page.close()
  stage = await setStage(server, 10_000)
  server = stage.server
}, 300_000)
afterAll(async () => {
  await browser.close()
  await discard(server)
})

/** What axe finds, in few words. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    // Put there by the line above.
    const { axe: tool } = window as unknown as { axe: typeof import('axe-core') }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    return (await tool.run(document, { runOnly: tags })).violations
  })
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')} (${any[0]?.message ?? ''})`),
  )
}

const looks = [
  { name: 'light and wide', colorScheme: 'light' as const, viewport: { width: 1440, height: 900 } },
  { name: 'dark and narrow', colorScheme: 'dark' as const, viewport: { width: 360, height: 740 } },
]

describe.each(looks)('$name', ({ colorScheme, viewport }) => {
  let context: BrowserContext
  beforeAll(async () => {
    context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' })
  })
  afterAll(() => context.close())

  it.each(scenes)('$name has no fault, and fits', async (scene) => {
    await context.clearCookies()
    if (!scene.out) await context.addCookies(cookies)
    const page = await context.newPage()
    try {
      await openScene(page, stage, scene)
      expect(await faults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    } finally {
      await page.close()
    }
  })
})
