import { fileURLToPath } from 'node:url'
import { Miniflare } from 'miniflare'
import { build } from 'vite'
import { freePort } from '../../e2e/support/server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The control, on the same platform and the same kind of socket as Custos. */
export async function startControl(dataDir: string): Promise<{ url: string; stop: () => Promise<void> }> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { target: 'webworker', noExternal: true },
    build: {
      ssr: `${root}bench/control/worker.ts`,
      outDir: `${root}dist/control`,
      emptyOutDir: true,
      rolldownOptions: { external: [/^cloudflare:/], output: { entryFileNames: 'worker.js' } },
    },
  })
  const port = await freePort()
  const platform = new Miniflare({
    host: '127.0.0.1',
    port: 0,
    name: 'control',
    modules: [{ type: 'ESModule', path: `${root}dist/control/worker.js` }],
    compatibilityDate: '2026-07-01',
    unsafeDirectSockets: [{ host: '127.0.0.1', port }],
    durableObjects: { BARE: { className: 'BareObject', useSQLite: true } },
    d1Databases: { DB: 'bare' },
    d1Persist: `${dataDir}/control-d1`,
    durableObjectsPersist: `${dataDir}/control`,
  })
  await platform.ready
  return { url: `http://127.0.0.1:${port}`, stop: () => platform.dispose() }
}
