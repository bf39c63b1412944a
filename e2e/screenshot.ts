import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { openBrowser } from './support/browser.ts'
import { currentRun } from './support/log.ts'
import { discard, startServer } from './support/server.ts'

/** `npm run screenshot`: takes the README's picture of the trace anew, from a server that plays the demo. */
const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' }, out: { type: 'string' } } })
if (values.help) {
  console.log(
    'Usage: npm run screenshot [-- --out FILE.png]\n\nPlays the demo (a minute) and takes docs/trace.png.',
  )
  process.exit(0)
}
const file = values.out ?? fileURLToPath(new URL('../docs/trace.png', import.meta.url))
const server = await startServer()
const browser = await openBrowser()
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
    colorScheme: 'dark',
  })
  await page.goto(server.sign_in_url)
  await page.getByText('Waiting for the first beat').waitFor()
  console.log('Playing the demo …')
  const env = { ...process.env, CUSTOS_DATA: server.dataDir }
  await promisify(execFile)(process.execPath, ['sdk/cli/demo.ts'], { env })
  const run = await currentRun(server)
  const severe = await page.evaluate(async (path) => {
    const answer = await fetch(path, { headers: { Accept: 'application/json' } })
    const { data } = (await answer.json()) as { data: { seq: number; flatline: boolean }[] }
    return data.find((beat) => beat.flatline)?.seq ?? 1
  }, `/simulator/logs/${run.id}/?limit=500`)
  await page.goto(`${server.url}/simulator/runs/${run.id}?beat=${severe}`)
  await page.getByText('Live', { exact: true }).waitFor()
  await page.getByRole('complementary', { name: `Beat ${severe}` }).waitFor()
  // The chart draws a frame after its data.
  await page.waitForTimeout(1000)
  await page.screenshot({ path: file })
  console.log(`Wrote ${file}`)
} finally {
  await browser.close()
  await discard(server)
}
