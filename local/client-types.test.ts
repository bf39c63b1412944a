import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

it("[M3] the document is one of OpenAPI 3.1 by a validator of others, and the page's types are made of it", async () => {
  const node = `${root}node_modules/.bin/node`
  const { stdout } = await promisify(execFile)(node, ['workers/openapi/build-client.ts', '--check'], {
    cwd: root,
  })
  expect(stdout).toContain('is current')
})
