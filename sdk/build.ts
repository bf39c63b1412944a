import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'

/**
 * Builds what is published: modules that share their chunks (so that `custos-labs/local` puts its guardian into the
 * very core that `custos-labs` is), and the declarations that their entries lead to.
 */
const root = import.meta.dirname
const out = join(root, 'dist')
const entries: Record<string, string> = {
  index: 'index.ts',
  local: 'local.ts',
  redact: 'redact.ts',
  openai: 'openai.ts',
  'ai-sdk': 'ai-sdk.ts',
  opentelemetry: 'opentelemetry.ts',
  cli: 'cli/custos-labs.ts',
}

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    outDir: out,
    emptyOutDir: true,
    // Whoever bundles minifies; whoever does not reads a stack trace.
    minify: false,
    lib: {
      entry: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, file)])),
      formats: ['es'],
      fileName: (_format, name) => `${name}.js`,
    },
    rolldownOptions: { external: [/^node:/] },
  },
})
await writeDeclarations()

/** Writes the declaration files of the entries, and of what they import, as an unbundled tree. */
async function writeDeclarations(): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), 'custos-dts-'))
  const flags = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--composite', 'false']
  const paths = ['--incremental', 'false', '--rootDir', join(root, '..'), '--outDir', temporary]
  const tsc = join(root, '../node_modules/typescript/bin/tsc')
  await promisify(execFile)(process.execPath, [
    tsc,
    '-p',
    join(root, 'tsconfig.core.json'),
    ...flags,
    ...paths,
  ])
  const seen = new Set<string>()
  const copy = async (module: string): Promise<void> => {
    if (seen.has(module)) return
    seen.add(module)
    const text = await readFile(join(temporary, 'sdk', `${module}.d.ts`), 'utf8')
    const file = join(out, `${module}.d.ts`)
    await mkdir(dirname(file), { recursive: true })
    // The sources name their imports by `.ts`; beside declarations stand `.js` files.
    await writeFile(file, text.replaceAll(/(['"])(\.{1,2}\/[^'"]+)\.ts\1/g, '$1$2.js$1'))
    const imports = [...text.matchAll(/['"](\.{1,2}\/[^'"]+)\.(?:ts|js)['"]/g)]
    for (const [, path = ''] of imports) await copy(posix.join(posix.dirname(module), path))
  }
  for (const [name, file] of Object.entries(entries)) {
    // Nobody imports the command.
    if (name !== 'cli') await copy(file.replace(/\.ts$/, ''))
  }
  await rm(temporary, { recursive: true, force: true })
}
