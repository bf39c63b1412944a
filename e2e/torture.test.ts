import { expect, it } from 'vitest'
import { torture } from './torture/torture.ts'

it('[B4] [B7] [C1] [L2] [R5] loses, doubles and reorders nothing when the server is killed under load', async () => {
  const result = await torture({ seed: 7, forMs: 60_000, rounds: 2, roundMs: 2500 })
  expect(result.faults).toEqual([])
  expect(result).toMatchObject({ rounds: 2, kills: 2, lost: 0, doubled: 0 })
  expect(result.acknowledged).toBeGreaterThan(50)
}, 180_000)
