import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ApiError, AuthenticationError, KeyHaltedError } from '../errors/index.ts'
import { problemReply, startNullServer, type NullServer, type Reply } from '../testing/null-server.ts'
import { post, RequestTimeout } from './api.ts'

let server: NullServer
beforeEach(async () => {
  server = await startNullServer()
})
afterEach(() => server.close())

const apiKey = 'cus_test_0123456789abcdef'
const send = (limits: { timeoutMs?: number; signal?: AbortSignal } = {}): Promise<unknown> =>
  post(
    { apiKey, backendUrl: server.url, fetch },
    '/simulator/logs/',
    { a: '…' },
    { timeoutMs: 5000, ...limits },
  )

async function failure(reply: Reply): Promise<unknown> {
  server.intercept = () => reply
  return send().catch((error: unknown) => error)
}

describe('post', () => {
  it('sends JSON with the key, and parses the answer', async () => {
    server.intercept = () => ({ status: 201, body: { ok: true } })
    expect(await send()).toEqual({ ok: true })
    expect(server.requests).toEqual([
      { path: '/simulator/logs/', authorization: `ApiKey ${apiKey}`, body: { a: '…' } },
    ])
  })

  it('gives a problem its class [P1]', async () => {
    expect(await failure(problemReply(401, 'unauthenticated'))).toBeInstanceOf(AuthenticationError)
    expect(await failure(problemReply(403, 'forbidden'))).toBeInstanceOf(AuthenticationError)
    expect(await failure(problemReply(403, 'key_halted'))).toBeInstanceOf(KeyHaltedError)
    const headers = { 'retry-after': '7', 'x-request-id': 'req_1' }
    const busy = await failure(problemReply(429, 'too_many_requests', headers))
    expect(busy).toBeInstanceOf(ApiError)
    expect(busy).toMatchObject({
      status: 429,
      code: 'too_many_requests',
      requestId: 'req_1',
      retryAfterMs: 7000,
    })
  })

  it("takes a proxy's 403 for what it is: no word on the key", async () => {
    const error = await failure({ status: 403, body: '<html>Forbidden</html>' })
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ code: 'unexpected_answer' })
  })

  it('says so when there is no Custos at the address', async () => {
    const elsewhere = { message: expect.stringContaining('check CUSTOS_BACKEND_URL') as string }
    expect(await failure({ status: 404, body: '<html>' })).toMatchObject(elsewhere)
    expect(await failure({ status: 200, body: '<html>' })).toMatchObject(elsewhere)
  })

  it('follows no redirect, which would turn the post into a get', async () => {
    const error = await failure({ status: 301, headers: { location: `${server.url}/elsewhere/` } })
    expect(error).toMatchObject({ message: expect.stringContaining('set CUSTOS_BACKEND_URL') as string })
    expect(server.requests).toHaveLength(1)
  })

  it('gives up in time, or when told to', async () => {
    server.intercept = () => new Promise(() => undefined)
    await expect(send({ timeoutMs: 20 })).rejects.toThrow(RequestTimeout)
    await expect(send({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
  })

  it('repeats no key in any error', async () => {
    const replies = [problemReply(401, 'unauthenticated'), problemReply(500, 'internal'), { status: 404 }]
    for (const reply of replies) {
      expect(String(await failure(reply))).not.toContain('0123456789')
    }
  })
})
