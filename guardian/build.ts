import { stat, writeFile } from 'node:fs/promises'
import { format } from 'prettier'
import { build } from 'vite'
import { phraseModule } from './build-phrases.ts'
import { policyJsonSchema } from './policy/json-schema.ts'

/**
 * Compiles the phrase tables, bundles the guardian into one self-contained file that any current Node, Worker or
 * browser imports, and writes the policy's JSON Schema for editors.
 */
const root = import.meta.dirname

await writeFile(`${root}/monitor/compiled/phrases.ts`, phraseModule())
console.log('guardian/monitor/compiled/phrases.ts')

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    // The weights are most of the file already; what is left should be readable in a stack trace.
    minify: false,
    lib: { entry: 'index.ts', formats: ['es'], fileName: () => 'guardian.mjs' },
  },
})

const { size } = await stat(`${root}/dist/guardian.mjs`)
console.log(`guardian/dist/guardian.mjs  ${Math.round(size / 1024)} KB`)

const schema = await format(JSON.stringify(policyJsonSchema()), { parser: 'json', printWidth: 110 })
await writeFile(`${root}/../docs/policy.schema.json`, schema)
console.log('docs/policy.schema.json')
