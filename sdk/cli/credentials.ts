import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isRecord } from '../record.ts'

/** Where to send beats, and with which key. */
export interface Credentials {
  url: string
  apiKey: string
  /** A person's token, which may read what a key may not; null where only a key is known. */
  userToken: string | null
}

/** Said to a person instead of a stack trace. */
export class NoCredentials extends Error {
  override name = 'NoCredentials'
}

/**
 * Finds the server: `CUSTOS_BACKEND_URL` and `CUSTOS_API_KEY`, else what `npm start` left in its data folder
 * (`CUSTOS_DATA`, by default `.custos`).
 *
 * @param env the environment's variables
 * @throws NoCredentials that says what to do
 */
export async function findCredentials(env: Record<string, string | undefined>): Promise<Credentials> {
  const url = env['CUSTOS_BACKEND_URL']?.trim()
  const apiKey = env['CUSTOS_API_KEY']?.trim()
  if (url && apiKey) return { url, apiKey, userToken: null }
  const file = join(env['CUSTOS_DATA'] || '.custos', 'credentials.json')
  const stored = await readStored(file)
  if (stored === null) {
    throw new NoCredentials(
      `No Custos server is known (there is no usable ${file}). Start one first, with \`npm start\`, ` +
        'or set CUSTOS_BACKEND_URL and CUSTOS_API_KEY.',
    )
  }
  // A key belongs to its server: one variable alone must not send the local key to somebody else's address.
  if (url && url.replace(/\/+$/, '') !== stored.url.replace(/\/+$/, '')) {
    throw new NoCredentials(`CUSTOS_BACKEND_URL is set, but CUSTOS_API_KEY is not. Set both, or neither.`)
  }
  return { ...stored, apiKey: apiKey || stored.apiKey }
}

async function readStored(file: string): Promise<Credentials | null> {
  try {
    const stored: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (!isRecord(stored)) return null
    const { url, api_key: apiKey, user_token: token } = stored
    if (typeof url !== 'string' || typeof apiKey !== 'string') return null
    return { url, apiKey, userToken: typeof token === 'string' ? token : null }
  } catch {
    return null
  }
}
