import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { generateKeyPairSync } from 'node:crypto'
import * as z from 'zod'

const fileSchema = z.object({
  current: z.looseObject({ x: z.string(), d: z.string() }),
  past: z.array(z.object({ x: z.string() })),
})

/**
 * What export manifests are signed with, as the Worker's bindings. The key is made on the first start and kept
 * in the data folder, its owner's alone (mode 0600). [X12] [X13]
 *
 * @throws Error when the file is there and can't be read: a new key in its place would orphan what was signed
 */
export function signingKeys(dataDir: string): { EXPORT_SIGNING_KEY: string; EXPORT_PAST_KEYS: string } {
  const file = `${dataDir}/signing-keys.json`
  if (!existsSync(file)) {
    const current = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(file, `${JSON.stringify({ current, past: [] }, null, 2)}\n`, { mode: 0o600 })
  }
  try {
    const { current, past } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return { EXPORT_SIGNING_KEY: JSON.stringify(current), EXPORT_PAST_KEYS: JSON.stringify(past) }
  } catch {
    throw new Error(`${file} can't be read. Restore it, or move it away to sign with a new key.`)
  }
}
