import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

const root = fileURLToPath(new URL('../..', import.meta.url))

const readySchema = z.object({
  url: z.string(),
  api_key: z.string(),
  user_token: z.string(),
  sign_in_url: z.string(),
})

/** A server as `npm start` runs it, in a process and a folder of its own. */
export interface TestServer extends z.infer<typeof readySchema> {
  dataDir: string
  port: number
  keyAuth: { Authorization: string }
  userAuth: { Authorization: string }
  /** All that it has printed so far: a local server writes its mails there. */
  printed: () => string
  /** Ctrl-C, as a person stops it; resolves with the exit code. */
  stop: () => Promise<number | null>
  /** kill -9 of launcher and server, as a power cut does it. */
  kill: () => Promise<void>
}

/** Starts a server; the data folder of an earlier one may be given, to go on with it. */
export async function startServer(how: { dataDir?: string; port?: number } = {}): Promise<TestServer> {
  const dataDir = how.dataDir ?? (await mkdtemp(`${tmpdir()}/custos-e2e-`))
  const port = how.port ?? (await freePort())
  const child = spawn(process.execPath, ['local/start.ts', '--json'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), CUSTOS_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  }
  const ready = readySchema.parse(JSON.parse(await firstLine(child)))
  return {
    ...ready,
    dataDir,
    port,
    keyAuth: { Authorization: `ApiKey ${ready.api_key}` },
    userAuth: { Authorization: `Token ${ready.user_token}` },
    printed: () => printed,
    stop: () => end(child, 'SIGINT'),
    kill: async () => {
      const lock = z
        .object({ server: z.int() })
        .parse(JSON.parse(await readFile(`${dataDir}/server.lock`, 'utf8')))
      process.kill(lock.server, 'SIGKILL')
      await end(child, 'SIGKILL')
    },
  }
}

/** Stops a server and removes its folder. */
export async function discard(server: TestServer): Promise<void> {
  await server.stop()
  await rm(server.dataDir, { recursive: true, force: true })
}

async function firstLine(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    const [line, ...rest] = out.split('\n')
    if (line !== undefined && rest.length > 0) resolve(line)
  })
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
  child.once('exit', (code) =>
    reject(new Error(`The server ended with ${code} before it was ready:\n${err}`)),
  )
  return promise
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const { promise, resolve } = Promise.withResolvers<number | null>()
  child.once('exit', (code) => resolve(code))
  child.kill(signal)
  return promise
}

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const probe = createServer()
  probe.once('error', reject)
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address()
    const port = typeof address === 'object' && address ? address.port : 0
    probe.close(() => resolve(port))
  })
  return promise
}
