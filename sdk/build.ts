import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, posix, resolve } from 'node:path'
import { promisify } from 'node:util'
import { build, type Rolldown } from 'vite'

/**
 * Builds what is published: modules that share their chunks (so that `custos-labs/local` puts its guardian into the
 * very core that `custos-labs` is), and the declarations that their entries lead to. Both are there for CommonJS too: as
 * declarations of its own, as TypeScript wants them, and as modules of a line that require the others, so that there is
 * one core whoever asks.
 */
const root = import.meta.dirname
/** The first argument, else `dist`. */
const out = resolve(root, process.argv[2] ?? 'dist')
const entries: Record<string, string> = {
  index: 'index.ts',
  local: 'local.ts',
  redact: 'redact.ts',
  openai: 'openai.ts',
  'ai-sdk': 'ai-sdk.ts',
  opentelemetry: 'opentelemetry.ts',
  cli: 'cli/custos-labs.ts',
}

const builds = await build({
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
await writeRequired()
await writeLicenses()
await writeDeclarations()

/** What `require` gets: Node since 20.19 requires modules. */
async function writeRequired(): Promise<void> {
  const names = Object.keys(entries).filter((name) => name !== 'cli')
  await Promise.all(
    names.map((name) => writeFile(join(out, `${name}.cjs`), `module.exports = require('./${name}.js')\n`)),
  )
}

/** The licences of what is bundled: they want to go with every copy. */
async function writeLicenses(): Promise<void> {
  const bundled = new Set<string>()
  const [built] = [builds].flat() as Rolldown.RolldownOutput[]
  for (const chunk of built?.output ?? []) {
    for (const id of chunk.type === 'chunk' ? chunk.moduleIds : []) {
      const [, name] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id) ?? []
      if (name !== undefined) bundled.add(name)
    }
  }
  const texts = [...bundled].toSorted().map(async (name) => {
    const text = await readFile(join(root, '../node_modules', name, 'LICENSE'), 'utf8')
    return `${name}\n\n${text.trim()}\n`
  })
  await writeFile(
    join(out, 'THIRD-PARTY-LICENSES.txt'),
    (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`),
  )
}

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
    await mkdir(dirname(join(out, module)), { recursive: true })
    // The sources name their imports by `.ts`; beside declarations stand `.js` files, or `.cjs`.
    for (const [types, code] of [
      ['d.ts', 'js'],
      ['d.cts', 'cjs'],
    ] as const) {
      const named = text.replaceAll(/(['"])(\.{1,2}\/[^'"]+)\.ts\1/g, `$1$2.${code}$1`)
      await writeFile(join(out, `${module}.${types}`), named)
    }
    const imports = [...text.matchAll(/['"](\.{1,2}\/[^'"]+)\.(?:ts|js)['"]/g)]
    for (const [, path = ''] of imports) await copy(posix.join(posix.dirname(module), path))
  }
  for (const [name, file] of Object.entries(entries)) {
    // Nobody imports the command.
    if (name !== 'cli') await copy(file.replace(/\.ts$/, ''))
  }
  await rm(temporary, { recursive: true, force: true })
}
