import { execFile } from 'node:child_process'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startNullServer, type NullServer } from './testing/null-server.ts'
import { startOpenAIServer, type OpenAIServer } from './testing/openai-server.ts'
import { installInEmptyFolder, pack } from './testing/pack.ts'
import { readExamples, type Example } from './testing/read-examples.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const run = promisify(execFile)
const modules = fileURLToPath(new URL('../node_modules', import.meta.url))

let examples: Example[]
let folder: string
let server: NullServer
let provider: OpenAIServer
const fileOf = (at: number): string => `example-${at}.ts`

/** What examples take for given: a model, a guarded call of it, a client, a Worker's context. */
const given = `declare global {
  function generate(prompt: string): Promise<string>
  function safeGenerate(prompt: string): Promise<string>
  const model: { generate(prompt: string): Promise<string> }
  const g: import('custos-labs').Guardian
  const ctx: { waitUntil(work: Promise<unknown>): void }
}
export {}
`
const givenValues = `import { guardian } from 'custos-labs'
const generate = async (prompt) => 'You said ' + prompt
const g = guardian()
const ctx = { waitUntil: () => undefined }
Object.assign(globalThis, { generate, model: { generate }, g, safeGenerate: g(generate), ctx })
`

beforeAll(async () => {
  server = await startNullServer()
  provider = await startOpenAIServer()
  provider.reply = 'Good day.'
  examples = await readExamples()
  folder = await installInEmptyFolder(await pack())
  // The real clients, as they are installed here.
  for (const name of ['openai', 'ai', '@ai-sdk/openai', '@opentelemetry/api']) {
    await mkdir(join(folder, 'node_modules', name, '..'), { recursive: true })
    await symlink(join(modules, name), join(folder, 'node_modules', name))
  }
  await writeFile(join(folder, 'given.d.ts'), given)
  await writeFile(join(folder, 'given.mjs'), givenValues)
  await Promise.all(examples.map(({ code }, at) => writeFile(join(folder, fileOf(at)), code)))
})
afterAll(() => Promise.all([server.close(), provider.close()]))

describe('every example of the README, of docs/sdk.md and of the docstrings', () => {
  it('compiles, strictly', async () => {
    expect(examples.length).toBeGreaterThan(30)
    const flags = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'preserve']
    const lib = ['--types', '', '--lib', 'es2022,esnext.disposable,dom,dom.iterable,dom.asynciterable']
    const files = examples.map((_, at) => fileOf(at))
    const tsc = join(modules, 'typescript/bin/tsc')
    const args = [tsc, ...flags, ...lib, 'given.d.ts', ...files]
    const { stdout } = await run(process.execPath, args, { cwd: folder }).catch(
      (error: { stdout: string }) => error,
    )
    const named = stdout.replaceAll(/example-(\d+)\.ts/g, (_, at: string) => examples[Number(at)]?.name ?? at)
    expect(named).toBe('')
  })

  it('runs against a server', async () => {
    const main = `import './given.mjs'
      const failed = []
      for (let at = 0; at < ${examples.length}; at++) {
        await import('./example-' + at + '.ts').catch((error) => failed.push([at, String(error)]))
      }
      console.log('\\n' + JSON.stringify(failed))
      process.exit()`
    await writeFile(join(folder, 'main.mjs'), main)
    const env = {
      PATH: process.env['PATH'],
      CUSTOS_BACKEND_URL: server.url,
      CUSTOS_API_KEY: 'cus_test_examples',
      CUSTOS_HEARTBEATS: 'false',
      OPENAI_API_KEY: 'sk-none',
      OPENAI_BASE_URL: provider.url,
    }
    const { stdout } = await run(process.execPath, ['main.mjs'], { cwd: folder, env })
    const failed = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as [number, string][]
    expect(failed.map(([at, error]) => [examples[at]?.name, error])).toEqual([])
    // They did something.
    expect(server.beats.length).toBeGreaterThan(10)
    expect(provider.bodies.length).toBeGreaterThan(1)
  })
})

it('is there for everything that is exported', async () => {
  const entries = [
    'openai',
    'ai-sdk',
    'opentelemetry',
    'redact',
    'local',
    'guardian',
    'api-key',
    'default-backend-url',
  ]
  const errors = (await readFile(new URL('errors/index.ts', import.meta.url), 'utf8')).matchAll(
    /'\.\/(.*)\.ts'/g,
  )
  const files = [...entries, ...[...errors].map(([, name]) => `errors/${name}`)]
  for (const file of files) {
    const text = await readFile(new URL(`${file}.ts`, import.meta.url), 'utf8')
    const exported = [...text.matchAll(/((?:^ *\*.*\n)*)^export (?:function|class|const) (\w+)/gm)]
    // A list of overloads has its docstring on the first; helpers of ours are not published.
    const bare = exported.filter(([, doc = '']) => !doc.includes('@example')).map(([, , name]) => name)
    const internal = ['currentApiKey', 'keyHint', 'guardian']
    expect([file, bare.filter((name) => !internal.includes(name ?? ''))]).toEqual([file, []])
  }
})
