import chromium from '@sparticuz/chromium'
import { chromium as driver, type Browser } from 'playwright-core'

/** A headless Chromium that came with `npm install`: nothing else need be on the machine. */
export async function openBrowser(): Promise<Browser> {
  return driver.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args,
    headless: true,
  })
}
