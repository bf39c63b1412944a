import { buildAll } from './launcher/build.ts'
import { isAlive, lockData } from './launcher/data-lock.ts'
import { requireFreePort } from './launcher/free-port.ts'
import { migrate } from './launcher/migrate.ts'
import { readOptions, startHelp, type StartOptions } from './launcher/options.ts'
import { ensureOwner, mintSignInLink } from './launcher/owner.ts'
import { bootPlatform } from './launcher/platform.ts'
import { ringHourly } from './launcher/ring-hourly.ts'
import { welcome } from './launcher/welcome.ts'

/** `npm start`: Custos for those who use it. */
async function start(options: StartOptions): Promise<void> {
  const say = (line: string) => options.json || console.error(line)
  const name = options.host === '127.0.0.1' ? 'localhost' : options.host
  const url = `http://${name}:${options.port}`
  const lock = lockData(options.dataDir, url)
  await requireFreePort(options.host, options.port)
  say('Building …')
  await buildAll()
  say('Starting …')
  const platform = await bootPlatform(options)
  const server = lock.noteServer()
  stopOnSignal(async () => {
    say('\nStopping …')
    await platform.dispose()
    lock.release()
  })
  if (server !== null) exitWith(server)
  const db = await platform.getD1Database('DB')
  await migrate(db, new URL('../migrations/', import.meta.url))
  ringHourly(platform, (error) => console.error(error))
  const credentials = await ensureOwner(db, options.dataDir, url)
  const signInUrl = await mintSignInLink(db, url)
  if (options.json) {
    const { api_key, user_token } = credentials
    console.log(JSON.stringify({ url, api_key, user_token, sign_in_url: signInUrl }))
  } else {
    console.log(welcome(credentials, signInUrl, options.dataDir))
  }
}

let stopping = false

/** Shuts down once; a second signal does not interrupt it. */
function stopOnSignal(stop: () => Promise<void>): void {
  const onSignal = () => {
    if (stopping) return
    stopping = true
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Miniflare's own listener would end the process, as if it had failed, before its server has stopped.
    process.removeAllListeners(signal)
    process.on(signal, onSignal)
  }
}

/** A launcher without its server is of no use: whoever supervises it should know at once. */
function exitWith(server: number): void {
  setInterval(() => {
    if (stopping || isAlive(server)) return
    console.error('The server process ended unexpectedly. Nothing acknowledged is lost; start Custos again.')
    process.exit(1)
  }, 1000).unref()
}

try {
  const options = readOptions(process.argv.slice(2), process.env)
  if (options.help) console.log(startHelp)
  else await start(options)
} catch (error) {
  console.error(`Custos could not start: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
