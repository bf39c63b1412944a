import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { paced } from './paced.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('follows at once after a quiet time, else when the time is up, and ends with the last', () => {
  const source = signal(0)
  const { signal: slow, stop } = paced(source, 250)
  source.value = 1
  expect(slow.value).toBe(1)
  source.value = 2
  source.value = 3
  expect(slow.value).toBe(1)
  vi.advanceTimersByTime(250)
  expect(slow.value).toBe(3)
  source.value = 4
  expect(slow.value).toBe(3)
  vi.advanceTimersByTime(250)
  expect(slow.value).toBe(4)
  vi.advanceTimersByTime(250)
  source.value = 5
  expect(slow.value).toBe(5)
  stop()
  source.value = 6
  vi.advanceTimersByTime(1000)
  expect(slow.value).toBe(5)
})
