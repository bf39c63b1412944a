import { expect, it } from 'vitest'
import { CircuitBreaker } from './circuit-breaker.ts'

function opened(): CircuitBreaker {
  const breaker = new CircuitBreaker()
  for (let failure = 0; failure < 3; failure++) breaker.failed(0)
  return breaker
}

it('opens after three failures in a row, not after three in all', () => {
  const breaker = new CircuitBreaker()
  breaker.failed(0)
  breaker.failed(0)
  breaker.succeeded()
  breaker.failed(0)
  breaker.failed(0)
  expect(breaker.allows(0)).toBe(true)
  breaker.failed(0)
  expect(breaker.allows(0)).toBe(false)
})

it('lets one probe through once the pause is over, and closes when it succeeds', () => {
  const breaker = opened()
  expect(breaker.allows(4999)).toBe(false)
  expect(breaker.allows(5000)).toBe(true)
  expect(breaker.allows(5000)).toBe(false)
  breaker.succeeded()
  expect(breaker.allows(5000)).toBe(true)
  expect(breaker.allows(5000)).toBe(true)
})

it('doubles its pause with each failed probe, up to a minute', () => {
  const breaker = opened()
  const pauses: number[] = []
  let now = 0
  for (let probe = 0; probe < 5; probe++) {
    let pause = 0
    while (!breaker.allows(now + pause)) pause += 1000
    pauses.push(pause)
    now += pause
    breaker.failed(now)
  }
  expect(pauses).toEqual([5000, 10_000, 20_000, 40_000, 60_000])
})

it('gives a probe back that said nothing of the server', () => {
  const breaker = opened()
  expect(breaker.allows(5000)).toBe(true)
  breaker.abandoned()
  expect(breaker.allows(5000)).toBe(true)
})
