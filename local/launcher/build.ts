import { fileURLToPath } from 'node:url'
import { build } from 'vite'

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
  await build({
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
  })
}
