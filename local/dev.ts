import type { IncomingMessage } from 'node:http'
import { createServer } from 'vite'
import { built, watchWorker } from './launcher/build.ts'
import { lockData } from './launcher/data-lock.ts'
import { requireFreePort } from './launcher/free-port.ts'
import { migrate } from './launcher/migrate.ts'
import { readOptions } from './launcher/options.ts'
import { ensureOwner, mintSignInLink } from './launcher/owner.ts'
import { bootPlatform, localHosts, platformOptions } from './launcher/platform.ts'
import { ringHourly } from './launcher/ring-hourly.ts'
import { welcome } from './launcher/welcome.ts'

/*
 * `npm run dev`: for those who work on Custos. The page comes from Vite with hot reload; what is not the page
 * is passed on to the Worker, which is built and restarted when one of its files changes. Its data folder is
 * its own, so that a half-made migration does not meet the data one lives with.
 */
const options = readOptions(process.argv.slice(2), {
  ...process.env,
  CUSTOS_DATA: process.env['CUSTOS_DATA'] ?? '.custos/dev',
})
const { host, port, dataDir } = options
const url = `http://localhost:${port}`
const worker = { host, dataDir, port: port + 1, hosts: localHosts(options), publicUrl: url }
lockData(dataDir, url)
await requireFreePort(host, port)

const first = Promise.withResolvers<void>()
let onBuilt = () => first.resolve()
await watchWorker(() => onBuilt())
await first.promise
const platform = await bootPlatform(worker)
onBuilt = () => {
  platform.setOptions(platformOptions(worker)).then(
    () => console.log('Worker restarted'),
    (error: unknown) => console.error(error),
  )
}
const db = await platform.getD1Database('DB')
await migrate(db, new URL('../migrations/', import.meta.url))
ringHourly(platform, (error) => console.error(error))
const credentials = await ensureOwner(db, dataDir, url)

/** A navigation is answered by Vite with the page; everything else under these paths is the Worker's. */
const toWorker = {
  target: `http://${host}:${worker.port}`,
  ws: true,
  bypass: (request: IncomingMessage) =>
    request.headers.accept?.includes('text/html') ? '/index.html' : null,
}
const page = built.page.replace(/\/dist$/, '')
const vite = await createServer({
  root: page,
  configFile: `${page}/vite.config.ts`,
  server: {
    host,
    port,
    strictPort: true,
    proxy: Object.fromEntries(
      [
        '/simulator',
        '/account',
        '/local',
        '/ws',
        '/healthz',
        '/readyz',
        '/metrics',
        '/docs',
        '/openapi.json',
        '/contact',
      ].map((path) => [path, toWorker]),
    ),
  },
})
await vite.listen()
console.log(welcome(credentials, await mintSignInLink(db, url), dataDir))
