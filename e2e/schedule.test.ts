import { readdirSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { currentRun, post } from './support/log.ts'
import { discard, startServer, type TestServer } from './support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 60_000)
afterAll(() => discard(server))

it('[R11] what retention makes due while the server is off is done when it starts', async () => {
  await post(server, { prompt: 'Where is my order?', response: 'It is on its way.' })
  const run = await currentRun(server)
  const path = `${server.url}/simulator/runs/${run.id}/`
  const ended = await fetch(`${path}end/`, { method: 'POST', headers: server.userAuth })
  expect(ended.status).toBe(200)
  await server.stop()
  deleteRunsAtOnce(server.dataDir)
  server = await startServer({ dataDir: server.dataDir, port: server.port })
  const status = async () => (await fetch(path, { headers: server.userAuth })).status
  await vi.waitFor(async () => expect(await status()).toBe(404), { timeout: 20_000, interval: 200 })
})

/** Sets the retention of every organisation as a person could, but to no days at all. */
function deleteRunsAtOnce(dataDir: string): void {
  for (const file of readdirSync(`${dataDir}/d1`, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.sqlite')) continue
    const db = new DatabaseSync(`${dataDir}/d1/${file}`)
    try {
      const found = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'organizations'`).get()
      if (found) db.exec('UPDATE organizations SET delete_runs_after_days = 0')
    } finally {
      db.close()
    }
  }
}
