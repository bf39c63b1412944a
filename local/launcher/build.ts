import { fileURLToPath } from 'node:url'
import { build, type InlineConfig } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where the built page and the built Worker lie. */
export const built = { page: `${root}web/dist`, worker: `${root}dist/local/index.js` }

/** Builds the page and the local Worker; takes a few seconds. */
export async function buildAll(): Promise<void> {
  await build({ root: `${root}web`, configFile: `${root}web/vite.config.ts`, logLevel: 'warn' })
  await buildWorker()
}

/** Bundles the local Worker into one file. */
export async function buildWorker(): Promise<void> {
  await build(workerConfig())
}

/**
 * Bundles the local Worker again whenever a file of it changes.
 *
 * @param onBuilt called after each successful build
 */
export async function watchWorker(onBuilt: () => void): Promise<void> {
  const config = workerConfig()
  const watcher = await build({ ...config, build: { ...config.build, watch: {} } })
  if (!('on' in watcher)) throw new Error('Vite did not watch')
  watcher.on('event', (event) => {
    if (event.code === 'END') onBuilt()
    if (event.code === 'ERROR') console.error(event.error.message)
  })
}

function workerConfig(): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { target: 'webworker', noExternal: true },
    build: {
      ssr: `${root}local/worker/index.ts`,
      outDir: `${root}dist/local`,
      emptyOutDir: true,
      minify: false,
      sourcemap: 'inline',
      rolldownOptions: {
        external: [/^node:/, /^cloudflare:/],
        output: { codeSplitting: false, entryFileNames: 'index.js' },
      },
    },
  }
}
