import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { policyJsonSchema } from './json-schema.ts'

it('docs/policy.schema.json is what the schema says now (`npm run build:guardian` writes it)', async () => {
  const published: unknown = JSON.parse(
    await readFile(new URL('../../docs/policy.schema.json', import.meta.url), 'utf8'),
  )
  expect(published).toEqual(JSON.parse(JSON.stringify(policyJsonSchema())))
})
