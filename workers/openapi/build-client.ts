import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Validator } from '@seriousme/openapi-schema-validator'
import * as prettier from 'prettier'
import { clientTypes } from './client-types.ts'
import { openApiDocument } from './document.ts'
import { operations } from './operations.ts'

const help = `Usage: npm run build:client [-- --check]

Writes web/src/api/schema.ts, the page's types of the server, from what the routes promise, and checks by a
validator that this makes an OpenAPI 3.1 document.

Options:
  --check   write nothing; fail when the file is not what would be written
  --help    show this
`

const file = fileURLToPath(new URL('../../web/src/api/schema.ts', import.meta.url).href)

async function build(check: boolean): Promise<string> {
  const document = openApiDocument(operations, 'https://custos.example.com')
  const result = await new Validator().validate(
    JSON.parse(JSON.stringify(document)) as Record<string, unknown>,
  )
  if (!result.valid) throw new Error(`No OpenAPI document: ${JSON.stringify(result.errors)}`)
  const style = await prettier.resolveConfig(file)
  const text = await prettier.format(clientTypes(document), { ...style, parser: 'typescript' })
  const known = await readFile(file, 'utf8').catch(() => '')
  if (known === text) return 'web/src/api/schema.ts is current.'
  if (check) throw new Error('web/src/api/schema.ts is not current: npm run build:client')
  await writeFile(file, text)
  return 'web/src/api/schema.ts is written.'
}

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
})
if (values.help) console.log(help)
else {
  try {
    console.log(await build(values.check ?? false))
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
