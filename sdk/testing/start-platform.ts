import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The real thing, as `npm start` runs it, in a folder of its own. */
export interface Platform {
  url: string
  apiKey: string
  userToken: string
  dataDir: string
  stop(): Promise<void>
}

/** Starts the platform on a free port and waits until it is ready. */
export async function startPlatform(): Promise<Platform> {
  const dataDir = await mkdtemp(join(tmpdir(), 'custos-'))
  const child = spawn(process.execPath, ['local/start.ts', '--json'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, PORT: String(await freePort()), CUSTOS_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ready = await firstLine(child)
  return {
    url: ready.url,
    apiKey: ready.api_key,
    userToken: ready.user_token,
    dataDir,
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

async function firstLine(child: ChildProcess): Promise<{ url: string; api_key: string; user_token: string }> {
  if (child.stdout === null) throw new Error('The platform has no output')
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('{')) return JSON.parse(line) as { url: string; api_key: string; user_token: string }
  }
  throw new Error('The platform ended before it was ready')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
