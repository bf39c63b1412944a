import { expect, it } from 'vitest'
import { chainless } from './chainless.ts'

it.each(['run.csv', 'RUN.PDF'])('does not call %s altered for want of a chain [X10]', (name) => {
  expect(chainless(name)).toContain('Not checked')
})

it.each(['run.json', 'run.ndjson', 'run.csv.json'])('lets the check look into %s', (name) => {
  expect(chainless(name)).toBeNull()
})
