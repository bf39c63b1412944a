import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evaluate } from '../guardian/index.ts'
import { AlignmentViolation, KeyHaltedError, type Result } from './index.ts'
import { guardian } from './local.ts'
import { testOptions } from './testing/guardian-options.ts'
import { problemReply, startNullServer, type NullServer } from './testing/null-server.ts'

let server: NullServer
beforeEach(async () => {
  server = await startNullServer()
})
afterEach(() => server.close())

const base = () => ({ ...testOptions(server), redact: true })
const key = `cus_test_${'k3Jd9fQ2'.repeat(5)}abc`
const leak = (prompt: string): string => `${prompt}: ${key}`

describe('mode "local"', () => {
  it('decides at once: a sync function stays sync, and what blocks is raised before it returns', async () => {
    const verdicts: Result[] = []
    const g = guardian({ ...base(), onVerdict: (result) => verdicts.push(result) })
    const fine: string = g((prompt: string) => `Fine, ${prompt}.`)('thanks')
    expect(fine).toBe('Fine, thanks.')
    expect(() => g(leak)('the key')).toThrow(AlignmentViolation)
    expect(server.requests).toHaveLength(0)
    expect(verdicts.map(({ color, source }) => [color, source])).toEqual([
      ['green', 'local'],
      ['red', 'local'],
    ])
    await g.flush()
    await g.flush()
    expect(server.beats.map(({ id }) => id)).toEqual(verdicts.map(({ id }) => id))
    expect(server.amendments.map(({ body }) => body['data'])).toEqual([
      { action: 'raised', on_violation: 'raise' },
    ])
  })

  it('judges the texts as they are, sends them redacted, and reports its verdict beside them [B15]', async () => {
    const g = guardian({ ...base(), onViolation: 'return_none' })
    expect(g(leak)('the key')).toBeNull()
    await g.flush()
    const { color, violations } = evaluate({ prompt: 'the key', response: leak('the key') })
    expect(server.beats[0]).toMatchObject({
      enforcement: { mode: 'local', on_violation: 'return_none' },
      reported: { color, violations, redactions: { custos_key: 1 } },
    })
    expect(JSON.stringify(server.requests)).not.toContain(key)
  })

  it('keeps an async function async, and evaluates as a client', async () => {
    const g = guardian({ ...base(), onViolation: 'replace', fallback: '(redacted)' })
    const asked = g(async (prompt: string) => Promise.resolve(leak(prompt)))('the key')
    expect(asked).toBeInstanceOf(Promise)
    expect(await asked).toBe('(redacted)')
    expect(await g.evaluate('p', leak('key'))).toMatchObject({ color: 'red', source: 'local' })
  })

  it('refuses calls once the server said that the key is halted', async () => {
    server.intercept = () => problemReply(403, 'key_halted')
    const g = guardian(base())
    const safe = g((prompt: string) => prompt)
    safe('hello')
    await g.flush()
    expect(() => safe('hello')).toThrow(KeyHaltedError)
  })
})
