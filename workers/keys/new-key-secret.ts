import type { KeyMode } from '../../protocol/index.ts'
import { newSecret, secretHash } from '../auth/secrets.ts'

/** A fresh secret for a key, with what is stored of it. [I4] */
export function newKeySecret(mode: KeyMode): { key: string; prefix: string; hash: string } {
  const key = newSecret(`cus_${mode}_`)
  return { key, prefix: key.slice(0, `cus_${mode}_`.length + 4), hash: secretHash(key) }
}
