import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openBrowser } from './support/browser.ts'
import { openScene, scenes } from './support/scenes.ts'
import { discard, startServer } from './support/server.ts'
import { setStage } from './support/stage.ts'

/** `npm run screenshots`: a picture of every page in every state, light and dark, wide and narrow. */
const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    out: { type: 'string' },
    only: { type: 'string' },
  },
})
if (values.help) {
  console.log(
    'Usage: npm run screenshots [-- --out FOLDER --only NAME]\n\nWrites <scene>-<light|dark>-<wide|narrow>.png into FOLDER (default: screenshots/).',
  )
  process.exit(0)
}
const folder = values.out ?? fileURLToPath(new URL('../screenshots', import.meta.url))
const chosen = scenes.filter(({ name }) => values.only === undefined || name.startsWith(values.only))
await mkdir(folder, { recursive: true })

const fresh = await startServer()
const browser = await openBrowser()
const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { colorScheme, size: 'wide', viewport: { width: 1440, height: 900 } },
  { colorScheme, size: 'narrow', viewport: { width: 360, height: 740 } },
])

/** A window that looks one way, signed in by a cookie that was had elsewhere, or by nobody. */
async function openWindow(
  look: (typeof looks)[number],
  cookies: Awaited<ReturnType<Awaited<ReturnType<typeof browser.newContext>>['cookies']>>,
) {
  const context = await browser.newContext({ viewport: look.viewport, colorScheme: look.colorScheme })
  await context.addCookies(cookies)
  return context.newPage()
}

let server = fresh
try {
  const visitor = await browser.newContext()
  const first = await visitor.newPage()
  await first.goto(fresh.sign_in_url)
  await first.getByText('Waiting for the first beat').waitFor()
  const cookies = await visitor.cookies()
  const take = async (name: string, look: (typeof looks)[number], page: typeof first) => {
    await page.screenshot({ path: `${folder}/${name}-${look.colorScheme}-${look.size}.png` })
  }
  for (const look of looks) {
    const page = await openWindow(look, cookies)
    await page.goto(`${fresh.url}/simulator`)
    await page.getByText('Waiting for the first beat').waitFor()
    await take('first-visit', look, page)
    await page.context().close()
  }
  const stage = await setStage(fresh, 120_000)
  server = stage.server
  for (const look of looks) {
    const windows = { in: await openWindow(look, cookies), out: await openWindow(look, []) }
    for (const scene of chosen) {
      const page = scene.out ? windows.out : windows.in
      try {
        await openScene(page, stage, scene)
      } catch (error) {
        console.log(`${scene.name}: ${String(error).split('\n')[0]}`)
      }
      await take(scene.name, look, page)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (overflow > 0) console.log(`${scene.name} ${look.size}: ${overflow} px too wide`)
    }
    await windows.in.context().close()
    await windows.out.context().close()
  }
  console.log(`Wrote ${(chosen.length + 1) * looks.length} pictures to ${folder}`)
} finally {
  await browser.close()
  await discard(server)
}
