import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentRun, exportRun, post } from './support/log.ts'
import { discard, startServer, type TestServer } from './support/server.ts'

const run = promisify(execFile)

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 60_000)
afterAll(() => discard(server))

/** A request with a Host header of one's own, which fetch does not allow. */
function statusFor(host: string): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  request(`${server.url}/healthz`, { headers: { Host: host } }, (answer) => {
    answer.resume()
    resolve(answer.statusCode)
  })
    .on('error', reject)
    .end()
  return promise
}

/** The whole answer to a request with a Host header that no client would send. */
async function answerTo(host: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1')
  socket.end(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  return text(socket)
}

/** Runs the launcher to its end. */
function start(env: Record<string, string>) {
  return run(process.execPath, ['local/start.ts'], { env: { ...process.env, ...env } })
}

describe('npm start', () => {
  it('keeps its secrets in a file that only its owner can read, and hashes in the database', async () => {
    const file = `${server.dataDir}/credentials.json`
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ api_key: server.api_key })
    await expect(run('grep', ['-rl', server.api_key, `${server.dataDir}/d1`])).rejects.toMatchObject({
      code: 1,
    })
  })

  it('answers to its own names only', async () => {
    expect(await statusFor(`localhost:${server.port}`)).toBe(200)
    expect(await statusFor(`127.0.0.1:${server.port}`)).toBe(200)
    expect(await statusFor('evil.example')).toBe(421)
    expect(await statusFor(`evil.example:${server.port}`)).toBe(421)
  })

  it.each(['[::1', 'localhost:http', 'localhost:99999', 'x..y:1:2'])(
    '[P1] refuses the malformed Host %s with a problem, and writes no stack',
    async (host) => {
      const answer = await answerTo(host)
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
      expect(answer).toContain('"code":"invalid_host"')
      expect(server.printed()).not.toMatch(/request_failed|\bat /)
    },
  )

  it('lets a person in by the link once, from its own page only', async () => {
    const secret = new URL(server.sign_in_url).hash.replace('#sign-in=', '')
    const redeem = (origin: string) =>
      fetch(`${server.url}/local/session`, {
        method: 'POST',
        headers: { Origin: origin },
        body: JSON.stringify({ secret }),
      })
    expect((await redeem('http://evil.example')).status).toBe(403)
    const first = await redeem(server.url)
    expect(first.status).toBe(204)
    expect(first.headers.get('Set-Cookie')).toMatch(/^custos_session=cus_session_.*HttpOnly; SameSite=Lax/)
    expect((await redeem(server.url)).status).toBe(401)
    const audit = `${server.url}/organizations/org_local/audit/?action=session.create`
    const { data } = (await (await fetch(audit, { headers: server.userAuth })).json()) as { data: object[] }
    expect(data).toMatchObject([{ actor: { type: 'user', id: 'usr_local' }, target: { type: 'session' } }])
  })

  it('refuses a folder that is in use and a port that is taken, with a sentence', async () => {
    const sameFolder = { PORT: '1', CUSTOS_DATA: server.dataDir }
    await expect(start(sameFolder)).rejects.toMatchObject({
      stderr: expect.stringContaining('is in use') as string,
    })
    const samePort = { PORT: String(server.port), CUSTOS_DATA: `${server.dataDir}/other` }
    await expect(start(samePort)).rejects.toMatchObject({
      stderr: expect.stringContaining('Set PORT') as string,
    })
    const noPort = { PORT: 'http', CUSTOS_DATA: `${server.dataDir}/other` }
    await expect(start(noPort)).rejects.toMatchObject({
      stderr: expect.stringContaining('PORT is "http"') as string,
    })
  })

  it('keeps every acknowledged beat over Ctrl-C and over kill -9, with the same key', async () => {
    const ids: string[] = []
    const send = async (count: number) => {
      const answers = await Promise.all(
        Array.from({ length: count }, (_, i) =>
          post(server, { prompt: `Q${ids.length + i}`, response: 'A' }),
        ),
      )
      for (const answer of answers) ids.push(((await answer.json()) as { id: string }).id)
    }
    await send(40)
    expect(await server.stop()).toBe(0)
    server = { ...(await startServer(server)), sign_in_url: '' }
    await send(40)
    await server.kill()
    server = await startServer(server)
    await send(1)
    const file = await exportRun(server, (await currentRun(server)).id)
    expect(file.entries.map((entry) => entry.id).toSorted()).toEqual(ids.toSorted())
    expect(file.entries.map((entry) => entry.seq)).toEqual(file.entries.map((_, i) => i + 1))
  }, 90_000)
})
