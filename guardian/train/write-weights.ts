import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { WeightsFile } from '../models/weights-file.ts'

/**
 * Writes the weights as a TypeScript module: bundlers for Workers, Node and browsers all take it as it is.
 * @returns its version (a hash of the content) and its size in bytes
 */
export function writeWeights(path: string | URL, weights: WeightsFile): { version: string; bytes: number } {
  const body = JSON.stringify(weights)
  const version = createHash('sha256').update(body).digest('hex').slice(0, 12)
  const text = [
    '// Written by `npm run train`; do not edit. docs/model-card.md says what it was made from.',
    "import type { WeightsFile } from '../weights-file.ts'",
    '',
    '/** A hash of the weights: changes when they do. */',
    `export const modelVersion = '${version}'`,
    '',
    `export const weights: WeightsFile = ${body}`,
    '',
  ].join('\n')
  writeFileSync(path, text)
  return { version, bytes: Buffer.byteLength(text) }
}
