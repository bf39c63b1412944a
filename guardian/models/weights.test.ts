import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { modelThresholds } from './thresholds.ts'

it('ships at most 800 kB of weights, as text', () => {
  const folder = join(import.meta.dirname, 'weights')
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  expect(bytes).toBeGreaterThan(100_000)
  expect(bytes).toBeLessThanOrEqual(800_000)
})

it('ships thresholds at which a finding is likely enough to be one, and possible', () => {
  for (const threshold of Object.values(modelThresholds)) {
    expect(threshold).toBeGreaterThanOrEqual(0.25)
    expect(threshold).toBeLessThan(1)
  }
})
