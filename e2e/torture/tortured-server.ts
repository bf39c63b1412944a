import { fork, type ChildProcess } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

const entry = fileURLToPath(new URL('server-process.ts', import.meta.url))
const readySchema = z.object({ ready: z.object({ api_key: z.string(), user_token: z.string() }) })

/** A server that is killed and started again on the same data. */
export class TorturedServer {
  readonly dataDir: string
  readonly port: number
  #child: ChildProcess | null = null

  constructor(dataDir: string, port: number) {
    this.dataDir = dataDir
    this.port = port
  }

  /**
   * @param proxyPort where else it is reached
   * @param build whether to bundle the Worker first
   */
  async start(proxyPort: number, build = false): Promise<{ api_key: string; user_token: string }> {
    const args = [this.dataDir, String(this.port), String(proxyPort), ...(build ? ['build'] : [])]
    // In a process group of its own, so that one signal takes the platform with it.
    const child = fork(entry, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    this.#child = child
    let errors = ''
    child.stderr?.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)))
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${errors}`)))
    return readySchema.parse(await promise).ready
  }

  /** What D1 is to suffer, or be relieved of. */
  order(what: 'fail' | 'mend' | 'slow'): void {
    if (this.#child?.connected) this.#child.send(what, () => undefined)
  }

  /** kill -9 of all its processes at once, as a power cut does it. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    const { promise, resolve } = Promise.withResolvers<void>()
    child.once('exit', () => resolve())
    process.kill(-child.pid, 'SIGKILL')
    await promise
  }

  /**
   * Puts the clock back for a server that is down: everything that it noted, it now noted in the future.
   *
   * @returns how many objects were told
   */
  stepClockBack(ms: number): number {
    const folder = `${this.dataDir}/objects`
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    let stepped = 0
    for (const file of files.filter((name) => name.endsWith('.sqlite'))) {
      const db = new DatabaseSync(`${folder}/${file}`)
      try {
        if (!db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'due'`).get()) continue
        db.prepare('UPDATE due SET at = at + ?').run(ms)
        db.prepare(
          `UPDATE run SET state = json_set(state, '$.last_at', state ->> 'last_at' + ?1,
             '$.last_sign_at', state ->> 'last_sign_at' + ?1)`,
        ).run(ms)
        stepped++
      } finally {
        db.close()
      }
    }
    return stepped
  }
}
