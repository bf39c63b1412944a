import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Plugin } from 'vite'

/** Families in the order in which a character is looked for; an earlier one wins. */
const families = [
  'noto-sans',
  'noto-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-devanagari',
  'noto-sans-thai',
  'noto-emoji',
  'noto-sans-sc',
  'noto-sans-kr',
]

/**
 * Puts the fonts of PDF exports among the page's files, in pieces by script, with a list of what is in which.
 * No page loads them: the Worker does, and of them only the pieces that a text needs.
 */
export function fontAssets(): Plugin {
  return {
    name: 'custos-font-assets',
    apply: 'build',
    generateBundle() {
      const pieces = families.flatMap((family) => piecesOf(family))
      const catalogue = pieces.map(({ file, ranges }) => ({ file, ranges }))
      for (const { file, path } of pieces) {
        this.emitFile({ type: 'asset', fileName: `fonts/${file}`, source: readFileSync(path) })
      }
      const source = JSON.stringify(catalogue)
      this.emitFile({ type: 'asset', fileName: 'fonts/catalogue.json', source })
    },
  }
}

function piecesOf(family: string) {
  const folder = dirname(createRequire(import.meta.url).resolve(`@fontsource/${family}/package.json`))
  const files = new Set(readdirSync(`${folder}/files`))
  const subsets = JSON.parse(readFileSync(`${folder}/unicode.json`, 'utf8')) as Record<string, string>
  return Object.entries(subsets).flatMap(([subset, list]) => {
    const file = `${family}-${subset.replace(/^\[(\d+)\]$/, '$1')}-400-normal.woff`
    return files.has(file) ? [{ file, path: `${folder}/files/${file}`, ranges: rangesOf(list) }] : []
  })
}

/** `U+1F4-1F6,U+20AC` as pairs of first and last code point. */
function rangesOf(list: string): [number, number][] {
  return list.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}
