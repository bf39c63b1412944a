import { describe, expect, it } from 'vitest'
import { isTransient, readRetryAfterMs, retryDelayMs } from './retry.ts'

describe('retryDelayMs', () => {
  it('doubles its ceiling with each failure, up to half a minute, and draws from all of it', () => {
    expect([1, 2, 3, 4].map((attempt) => retryDelayMs(attempt, 1, null))).toEqual([250, 500, 1000, 2000])
    expect(retryDelayMs(3, 0, null)).toBe(0)
    expect(retryDelayMs(3, 0.5, null)).toBe(500)
    expect(retryDelayMs(1000, 1, null)).toBe(30_000)
  })

  it('never waits less than the server asks for, and takes at most five minutes of it', () => {
    expect(retryDelayMs(1, 0, 7000)).toBe(7000)
    expect(retryDelayMs(1, 1, 7000)).toBe(7250)
    expect(retryDelayMs(1, 0, 86_400_000)).toBe(300_000)
  })
})

describe('readRetryAfterMs', () => {
  const now = Date.UTC(2026, 0, 1, 12, 0, 0)

  it.each([
    ['3', 3000],
    [' 0 ', 0],
    ['Thu, 01 Jan 2026 12:00:05 GMT', 5000],
    ['Thu, 01 Jan 2026 11:00:00 GMT', 0],
    ['soon', null],
    [null, null],
  ])('reads %j as %j ms', (header, expected) => {
    expect(readRetryAfterMs(header, now)).toBe(expected)
  })
})

it('sends again what may pass by itself, and nothing else', () => {
  expect([408, 425, 429, 500, 503].every(isTransient)).toBe(true)
  expect([400, 401, 403, 404, 409, 413].some(isTransient)).toBe(false)
})
