import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { addressBlock, clientAddress } from '../http/client-address.ts'
import { ProblemError } from '../http/problem-error.ts'
import { bucketOf, countAttempt } from './count-attempt.ts'
import { IngestLimit } from './ingest-limit.ts'
import { KeyGuesses } from './key-guesses.ts'
import { ratePolicies } from './policies.ts'

const t0 = Date.UTC(2026, 0, 1)

function refusal(act: () => void): ProblemError | null {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}

function at(headers: Record<string, string>, name?: string): string | null {
  return clientAddress(
    new Request('https://custos.test', { headers }),
    name === undefined ? {} : { CLIENT_ADDRESS_HEADER: name },
  )
}

describe('countAttempt', () => {
  it('[N3] is exact under concurrency, says when to come back, and begins anew after the window', async () => {
    const bucket = bucketOf(ratePolicies.contact, 'somewhere')
    const attempts = Array.from({ length: 20 }, () =>
      countAttempt(env.DB, ratePolicies.contact, bucket, t0).then(
        () => null,
        (error: unknown) => error,
      ),
    )
    const refused = (await Promise.all(attempts)).filter((error) => error !== null)
    expect(refused).toHaveLength(15)
    const [first] = refused as [ProblemError]
    expect(first.problem).toMatchObject({ code: 'rate_limited', status: 429 })
    expect(first.headers).toEqual({
      'Retry-After': '60',
      'RateLimit-Policy': '"contact";q=5;w=60',
      RateLimit: '"contact";r=0;t=60',
    })
    await countAttempt(env.DB, ratePolicies.contact, bucket, t0 + 60_000)
  })
})

describe('KeyGuesses', () => {
  it('[N3] holds a guesser back after thirty different unknown keys, and nobody else', () => {
    const guesses = new KeyGuesses()
    for (let i = 0; i < 30; i++) {
      guesses.check('192.0.2.1', `hash ${i}`, t0)
      guesses.missed('192.0.2.1', `hash ${i}`, t0)
    }
    const error = refusal(() => guesses.check('192.0.2.1', 'one more', t0 + 1000))
    expect(error?.headers['Retry-After']).toBe('59')
    guesses.check('192.0.2.2', 'one more', t0 + 1000)
    guesses.check('192.0.2.1', 'one more', t0 + 60_000)
  })

  it('[N3] does not take a revoked key that is sent on and on for guessing', () => {
    const guesses = new KeyGuesses()
    for (let i = 0; i < 1000; i++) guesses.missed('192.0.2.1', 'the same', t0)
    expect(refusal(() => guesses.check('192.0.2.1', 'a fresh one', t0))).toBeNull()
  })
})

describe('IngestLimit', () => {
  it('[N3] refuses a key beyond its count for the rest of the window, and no other', () => {
    const limit = new IngestLimit()
    const admit = (key: string, now: number) => limit.admit(undefined, key, now, () => undefined)
    for (let i = 0; i < ratePolicies.ingest.most; i++) admit('key_a', t0)
    expect(refusal(() => admit('key_a', t0 + 9000))?.headers['Retry-After']).toBe('1')
    admit('key_b', t0)
    admit('key_a', t0 + 10_000)
  })

  it('[N3] heeds what the platform says, one request later', async () => {
    const limit = new IngestLimit()
    const pending: Promise<void>[] = []
    const binding = env.SMALL_LIMIT
    // The test's binding takes two in a minute; its windows are those of the clock, so two may fall together.
    let admitted = 0
    while (admitted < 20 && !refusal(() => limit.admit(binding, 'key_c', t0, (work) => pending.push(work)))) {
      admitted++
      await Promise.all(pending)
    }
    expect(admitted).toBeGreaterThanOrEqual(3)
    expect(admitted).toBeLessThanOrEqual(5)
  })
})

describe('clientAddress', () => {
  it('believes Cloudflare, a named proxy of our own, and nobody else', () => {
    expect(at({ 'CF-Connecting-IP': '192.0.2.1' })).toBe('192.0.2.1')
    expect(at({ 'X-Forwarded-For': '192.0.2.1' })).toBeNull()
    expect(at({ 'CF-Connecting-IP': '192.0.2.1' }, '')).toBeNull()
    expect(at({ 'X-Forwarded-For': '10.0.0.1, 192.0.2.9' }, 'X-Forwarded-For')).toBe('192.0.2.9')
    expect(at({ 'CF-Connecting-IP': 'x"}, {"level":"error' })).toBeNull()
    expect(at({ 'X-Real-IP': '::FFFF:192.0.2.7' }, 'X-Real-IP')).toBe('192.0.2.7')
    expect(at({ 'X-Real-IP': '0:0:0:0:0:ffff:192.0.2.7' }, 'X-Real-IP')).toBe('192.0.2.7')
    expect(at({ 'X-Real-IP': '2001:db8::ffff:1' }, 'X-Real-IP')).toBe('2001:db8::ffff:1')
  })

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:0:0:1:2:3:4', '2001:db8:0:0::/64'],
    ['2001:0db8:0001::', '2001:db8:1:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('takes %s for %s', (address, block) => {
    expect(addressBlock(address)).toBe(block)
  })
})
