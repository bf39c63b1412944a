import { preact } from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { fontAssets } from './font-assets.ts'

/** Builds the page into `web/dist`; the Worker serves that folder as its static assets. */
export default defineConfig({
  plugins: [preact({ reactAliasesEnabled: false }), fontAssets()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the page allows no inline script or style, and an asset as a data: URL would hide its weight.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    // The guardian, its models and phrases are one file of 1.6 MB, fetched when it is needed; more is worth a word.
    chunkSizeWarningLimit: 1700,
  },
})
