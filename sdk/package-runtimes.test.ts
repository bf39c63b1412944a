import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Miniflare } from 'miniflare'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openBrowser } from '../e2e/support/browser.ts'
import { startNullServer, type NullServer } from './testing/null-server.ts'
import { installInEmptyFolder, pack } from './testing/pack.ts'
import { smokeModule, smokeResult } from './testing/smoke.ts'

// Each test installs, bundles, or starts another runtime.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const run = promisify(execFile)

let folder: string
let server: NullServer
beforeAll(async () => {
  server = await startNullServer()
  folder = await installInEmptyFolder(await pack())
  await writeFile(join(folder, 'smoke.mjs'), smokeModule)
  await writeFile(
    join(folder, 'main.mjs'),
    `import { smoke } from './smoke.mjs'\nconsole.log(JSON.stringify(await smoke('${server.url}')))`,
  )
})
afterAll(() => server.close())

/** The smoke test and all that it imports as one module, as a bundler ships it. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(folder, 'smoke.mjs'), formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const [{ output }] = [built].flat() as [Rolldown.RolldownOutput]
  return output[0].code
}

it('runs in Node', async () => {
  const { stdout } = await run(process.execPath, ['main.mjs'], { cwd: folder })
  expect(JSON.parse(stdout)).toEqual(smokeResult)
})

it('runs in a Worker', async () => {
  const main = `import { smoke } from './smoke.js'
    export default { fetch: async (request, env) => Response.json(await smoke(env.BACKEND_URL)) }`
  const platform = new Miniflare({
    modules: [
      { type: 'ESModule', path: 'main.js', contents: main },
      { type: 'ESModule', path: 'smoke.js', contents: await bundle() },
    ],
    compatibilityDate: '2026-07-01',
    bindings: { BACKEND_URL: server.url },
  })
  try {
    const answer = await platform.dispatchFetch('http://worker.test/')
    expect(await answer.json()).toEqual(smokeResult)
  } finally {
    await platform.dispose()
  }
})

it('runs in a page', async () => {
  const code = await bundle()
  const served: Record<string, [type: string, body: string]> = {
    '/page': [
      'text/html',
      `<script type="module">import { smoke } from '/smoke.js'; window.smoke = smoke</script>`,
    ],
    '/smoke.js': ['text/javascript', code],
  }
  server.intercept = ({ path }) => {
    const [type, body] = served[path] ?? []
    return body === undefined ? null : { status: 200, body, headers: { 'content-type': type ?? '' } }
  }
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`${server.url}/page`)
    await page.waitForFunction('window.smoke')
    expect(await page.evaluate('window.smoke(location.origin)')).toEqual(smokeResult)
  } finally {
    await browser.close()
  }
})

const runtimes = fileURLToPath(new URL('testing/runtimes/', import.meta.url))

/** The executable of another runtime. They come from npm when they are first wanted: 200 MB that no user needs. */
async function runtime(name: 'bun' | 'deno'): Promise<string> {
  const file = join(runtimes, 'node_modules/.bin', name)
  if (!existsSync(file)) await run('npm', ['install', '--no-audit', '--no-fund'], { cwd: runtimes })
  return file
}

it('runs in Bun', async () => {
  const { stdout } = await run(await runtime('bun'), ['main.mjs'], { cwd: folder })
  expect(JSON.parse(stdout)).toEqual(smokeResult)
})

it('runs in Deno', async () => {
  const permissions = ['--allow-net', '--node-modules-dir=manual', '--no-prompt']
  const { stdout } = await run(await runtime('deno'), ['run', ...permissions, 'main.mjs'], { cwd: folder })
  expect(JSON.parse(stdout)).toEqual(smokeResult)
})

it('sent nothing in the clear from any of them', () => {
  expect(server.beats.length).toBeGreaterThanOrEqual(12)
  expect(JSON.stringify(server.beats)).not.toContain('anna.schmidt')
})
