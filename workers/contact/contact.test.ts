import { env } from 'cloudflare:test'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { call, readProblem } from '../testing/call.ts'
import { openMailbox } from '../testing/mailbox.ts'
import { takeMessage } from './take-message.ts'

const message = { name: 'Ada', email: 'ada@example.com', message: 'Where do I find the export?' }
const from = (address: string) => ({ 'CF-Connecting-IP': address })

async function kept(): Promise<Record<string, unknown>[]> {
  return (await env.DB.prepare('SELECT name, email, message FROM contact_messages').all()).results
}

afterEach(async () => {
  vi.restoreAllMocks()
  await env.DB.exec('DELETE FROM contact_messages')
})

describe('POST /contact/', () => {
  it('[N9] keeps a message', async () => {
    const answer = await call('POST', '/contact/', from('192.0.2.1'), message)
    expect([answer.status, await answer.json()]).toEqual([202, { ok: true }])
    expect(await kept()).toEqual([message])
  })

  it('[N9] answers a machine alike and keeps nothing of it', async () => {
    const answer = await call('POST', '/contact/', from('192.0.2.2'), { ...message, website: 'http://x' })
    expect([answer.status, await answer.json()]).toEqual([202, { ok: true }])
    expect(await kept()).toEqual([])
  })

  it('[N3] takes five a minute from one address', async () => {
    for (let i = 0; i < 5; i++) {
      expect((await call('POST', '/contact/', from('192.0.2.3'), message)).status).toBe(202)
    }
    const answer = await call('POST', '/contact/', from('192.0.2.3'), message)
    expect((await readProblem(answer)).code).toBe('rate_limited')
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await call('POST', '/contact/', from('192.0.2.4'), message)).status).toBe(202)
  })

  it.each([
    [{ ...message, name: 'Ada\r\nBcc: all@example.com' }, 'name'],
    [{ ...message, email: 'ada@example.com\nBcc: all@example.com' }, 'email'],
    [{ ...message, message: ' ' }, 'message'],
    [{ ...message, message: 'x'.repeat(5001) }, 'message'],
  ])('refuses %j', async (body, field) => {
    const problem = await readProblem(await call('POST', '/contact/', from('192.0.2.5'), body))
    expect([problem.code, problem.errors?.[0]?.field]).toEqual(['invalid_body', field])
  })

  it('[N9] tells whom CONTACT_TO names, with what a stranger wrote in the text alone', async () => {
    const mailbox = openMailbox()
    const told = { ...env, CONTACT_TO: 'operator@example.com' }
    await takeMessage(told, { ...message, website: '' }, '192.0.2.6', Date.now())
    const [mail] = await mailbox.until('operator@example.com', 1)
    expect(mail?.subject).toBe('A message by the contact form')
    expect(mail?.text).toContain(message.message)
  })
})
