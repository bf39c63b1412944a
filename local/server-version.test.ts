import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { serverVersion } from '../workers/server-version.ts'

it('[X11] the version that manifests name is that of the package', async () => {
  const about = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as unknown
  expect(about).toMatchObject({ version: serverVersion })
})
