import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, it } from 'vitest'
import { ProblemError } from '../http/problem-error.ts'
import { dropOldAttempts } from './count-attempt.ts'
import { signInGate, signInSucceeded, type SignInAttempt } from './sign-in-gate.ts'

const t0 = Date.UTC(2026, 0, 1)
const thief: SignInAttempt = { email: 'ada@example.com', address: '192.0.2.7', known: false }
const owner: SignInAttempt = { ...thief, address: '198.51.100.1', known: true }

/** ms to wait as the refusal says it, 0 when it is let through. */
async function tried(attempt: SignInAttempt, now: number): Promise<number> {
  try {
    await signInGate(env.DB, attempt, now)
    return 0
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return Number(error.headers['Retry-After']) * 1000
  }
}

beforeEach(async () => {
  await env.DB.exec('DELETE FROM attempts')
})

describe('signInGate', () => {
  it('[N4] lets five wrong passwords pass, then makes each wait twice as long, to 15 minutes at most', async () => {
    for (let i = 0; i < 5; i++) expect(await tried(thief, t0)).toBe(0)
    let now = t0
    for (const seconds of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]) {
      const wait = seconds * 1000
      expect(await tried(thief, now)).toBe(wait)
      expect(await tried(thief, now + wait - 1)).toBe(1000)
      now += wait
      expect(await tried(thief, now)).toBe(0)
    }
  })

  it('[N4] counts attempts that come at once one by one', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, () => tried(thief, t0)))
    expect(all.filter((wait) => wait === 0)).toHaveLength(5)
  })

  it('[N4] is not made longer by attempts that come too early', async () => {
    for (let i = 0; i < 5; i++) await tried(thief, t0)
    for (let i = 0; i < 40; i++) await tried(thief, t0 + 500)
    expect(await tried(thief, t0 + 999)).toBe(1000)
    expect(await tried(thief, t0 + 1000)).toBe(0)
  })

  it('[N4] never locks the owner out: a known place comes in whatever is tried elsewhere', async () => {
    for (let i = 0; i < 300; i++) await tried({ ...thief, address: `192.0.2.${i % 250}` }, t0)
    expect(await tried({ ...owner, known: false }, t0)).toBeGreaterThan(0)
    expect(await tried(owner, t0)).toBe(0)
  })

  it('[N4] forgets wrong attempts after a right one', async () => {
    for (let i = 0; i < 5; i++) await tried(owner, t0)
    await signInSucceeded(env.DB, owner)
    for (let i = 0; i < 5; i++) expect(await tried(owner, t0)).toBe(0)
    expect(await tried(owner, t0)).toBeGreaterThan(0)
  })

  it('[N4] takes one IPv6 customer for one place, and names nobody in the database', async () => {
    for (let i = 0; i < 5; i++) await tried({ ...thief, address: `2001:db8:1:2::${i}` }, t0)
    expect(await tried({ ...thief, address: '2001:db8:1:2:9:9:9:9' }, t0)).toBeGreaterThan(0)
    expect(await tried({ ...thief, address: '2001:db8:1:3::1' }, t0)).toBe(0)
    const { results } = await env.DB.prepare('SELECT bucket FROM attempts').all<{ bucket: string }>()
    expect(results.length).toBeGreaterThan(0)
    for (const { bucket } of results) expect(bucket).toMatch(/^[a-z-]+:[0-9a-f]{40}$/)
  })

  it('drops counts whose time is over', async () => {
    await tried(thief, t0)
    expect(await dropOldAttempts(env.DB, t0)).toBe(0)
    expect(await dropOldAttempts(env.DB, t0 + 3600_000)).toBe(3)
  })
})
