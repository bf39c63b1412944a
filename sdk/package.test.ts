import { execFile } from 'node:child_process'
import { copyFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { publint } from 'publint'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startNullServer, type NullServer } from './testing/null-server.ts'
import { installInEmptyFolder, pack } from './testing/pack.ts'

// Each test builds, packs, installs or compiles.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const run = promisify(execFile)
const sdk = dirname(fileURLToPath(import.meta.url))
const bin = (path: string): string => join(sdk, '../node_modules', path)

let tarball: string
let folder: string
let server: NullServer

beforeAll(async () => {
  server = await startNullServer()
  tarball = await pack()
  folder = await installInEmptyFolder(tarball)
})
afterAll(() => server.close())

async function use(name: string, source: string): Promise<string> {
  await writeFile(join(folder, name), source)
  const env = {
    PATH: process.env['PATH'],
    CUSTOS_BACKEND_URL: server.url,
    CUSTOS_API_KEY: 'cus_test_stranger',
  }
  const { stdout, stderr } = await run(process.execPath, [name], { cwd: folder, env })
  expect(stderr).toBe('')
  return stdout
}

describe('the packed tarball, in an empty folder', () => {
  it('brings no other package', async () => {
    const installed = await readdir(join(folder, 'node_modules'))
    expect(installed.filter((name) => !name.startsWith('.'))).toEqual(['custos-labs'])
  })

  it('is used by import, and delivers what was recorded', async () => {
    const said = await use(
      'module.mjs',
      `import { guardian, AlignmentViolation } from 'custos-labs'
       const safe = guardian({ enableHeartbeats: false })((prompt) => prompt + '!')
       console.log(await safe('hello'))
       try { await safe('red') } catch (error) { console.log(error instanceof AlignmentViolation, error.result.color) }`,
    )
    expect(said).toBe('hello!\ntrue red\n')
    expect(server.beats.map(({ response }) => response)).toEqual(['hello!', 'red!'])
  })

  it('is used by require, with the guardian of its own in the same core', async () => {
    const said = await use(
      'common.cjs',
      `const { guardian } = require('custos-labs/local')
       const core = require('custos-labs')
       const { redact } = require('custos-labs/redact')
       const g = guardian({ enableHeartbeats: false })
       console.log(g((prompt) => prompt + '!')('hello'), typeof core.guardian({ mode: 'local', enableHeartbeats: false }))
       console.log(redact({ prompt: 'mail anna@firma.test', response: null, meta: null }).redactions)
       try { g(() => 'card 4539 1488 0343 6467, key sk-proj-' + 'aB3dE5gH7j'.repeat(5))('p') } catch (e) { console.log(e.name) }`,
    )
    expect(said).toContain('hello! function\n')
    expect(said).toContain('AlignmentViolation')
  })

  it('brings its command', async () => {
    const command = join(folder, 'node_modules/.bin/custos-labs')
    const { stdout } = await run(command, ['check', '--response', 'Fine, thanks.', '--json'], { cwd: folder })
    expect(JSON.parse(stdout)).toMatchObject({ color: 'green' })
    expect((await run(command, ['--help'], { cwd: folder })).stdout).toContain('custos-labs COMMAND')
  })

  it('types what it gives, strictly, without the types of Node', async () => {
    await writeFile(
      join(folder, 'typed.ts'),
      `import { guardian, type Guardian, type Result } from 'custos-labs'
       import { guardian as localGuardian } from 'custos-labs/local'
       import { redact } from 'custos-labs/redact'
       const safe: (prompt: string) => Promise<string> = guardian()((prompt: string) => prompt)
       const sync: (prompt: string) => string = localGuardian()((prompt: string) => prompt)
       const g: Guardian<{ readonly timeout: 3 }> = guardian({ timeout: 3 })
       const onVerdict = (result: Result): string => result.color
       export { safe, sync, g, onVerdict, redact }
       // @ts-expect-error a number is no prompt
       void safe(1)`,
    )
    const tsc = bin('typescript/bin/tsc')
    const flags = [
      '--noEmit',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--target',
      'es2022',
      '--types',
      '',
    ]
    await copyFile(join(folder, 'typed.ts'), join(folder, 'typed.cts'))
    for (const [module, file] of [
      ['nodenext', 'typed.ts'],
      ['preserve', 'typed.ts'],
      ['node16', 'typed.cts'],
    ] as const) {
      const args = [tsc, ...flags, '--module', module, '--lib', 'es2022,dom', file]
      expect((await run(process.execPath, args, { cwd: folder })).stdout).toBe('')
    }
  })

  it('leaves publint and attw nothing to say, in their default profiles', async () => {
    const { messages } = await publint({ pkgDir: join(folder, 'node_modules/custos-labs'), pack: false })
    expect(messages).toEqual([])
    const args = [bin('@arethetypeswrong/cli/dist/index.js'), tarball, '--format', 'json']
    const { stdout } = await run(process.execPath, args, { maxBuffer: 16 * 1024 * 1024 })
    const { analysis } = JSON.parse(stdout) as { analysis: { problems: unknown[]; entrypoints: object } }
    expect(analysis.problems).toEqual([])
    expect(Object.keys(analysis.entrypoints)).toContain('./opentelemetry')
  })

  it('holds the licence, the README, and no source', async () => {
    const files = await readdir(join(folder, 'node_modules/custos-labs'))
    expect(files.sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json'])
  })
})

/** Size of what a page carries that imports this, as a bundler ships it: minified, gzipped, in bytes. */
async function shipped(source: string): Promise<number> {
  const entry = join(folder, 'entry.js')
  await writeFile(entry, source)
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    build: { write: false, target: 'es2022', lib: { entry, formats: ['es'] }, minify: true },
  })
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput
  const [first] = output
  return gzipSync(first.code, { level: 9 }).length
}

it('weighs under 15 KB with everything in it, and lets go what is not used', async () => {
  const whole = await shipped(`export * from 'custos-labs'`)
  expect(whole).toBeLessThan(15 * 1024)
  const errors = await shipped(`export { CustosError } from 'custos-labs'`)
  expect(errors).toBeLessThan(1024)
})
