import { hash } from 'node:crypto'
import { randomHex } from './random.ts'

/** SHA-256 of a credential, hex: all that is ever stored of one. [I4] */
export function secretHash(secret: string): string {
  // One native call: every request does it.
  return hash('sha256', secret, 'hex')
}

/** A fresh credential: a prefix and 256 random bits in base64url. [I4] */
export function newSecret(prefix: string): string {
  const random = crypto.getRandomValues(new Uint8Array(32))
  const base64 = btoa(String.fromCharCode(...random))
  return prefix + base64.replaceAll('+', '-').replaceAll('/', '_').replace('=', '')
}

/** A fresh id with a prefix: 128 random bits. [I1] */
export function newId(prefix: string): string {
  return prefix + randomHex(16)
}
