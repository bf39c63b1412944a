import chromium from '@sparticuz/chromium'
import { chromium as driver, type Browser } from 'playwright-core'

/**
 * A headless Chromium that came with `npm install`: nothing else need be on the machine. Its package's own
 * arguments are not taken, since they switch web security off, which is half of what is tested here.
 */
export async function openBrowser(): Promise<Browser> {
  return driver.launch({
    executablePath: await chromium.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--hide-scrollbars',
      '--font-render-hinting=none',
    ],
    headless: true,
  })
}
