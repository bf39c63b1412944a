import type { Manifest, PublicKey, SignedManifest } from '../protocol/index.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { canonical } from './canonical.ts'

/** The bytes that a manifest's signature is over. [X12] */
export function manifestBytes(manifest: Manifest): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(`custos/manifest/1:${canonical(manifest)}`))
}

/**
 * RFC 7638 thumbprint of an Ed25519 key: what it is called. [X12]
 *
 * @param x the public key, base64url
 */
export async function keyThumbprint(x: string): Promise<string> {
  const text = JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x })
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))
}

/** Whether a manifest is of a file and of a holder of one of the keys. */
export type ManifestCheck =
  | { valid: true; keyStatus: PublicKey['status'] }
  /** `unkeyed`: no key was given, so that nothing is known of the signature. */
  | { valid: false; reason: string; unkeyed?: true }

const unkeyed =
  'The manifest names this file. Its signature can’t be checked until the keys of the server that signed are given.'

/**
 * Checks a signed manifest, offline. [X12]
 *
 * @param signed as `GET …/manifest/` answers it
 * @param keys those of the server that is said to have signed, obtained in a way that is trusted [X13]
 * @param file what the file at hand is: its length, and its SHA-256 in hex
 */
export async function verifyManifest(
  signed: SignedManifest,
  keys: readonly PublicKey[],
  file: { bytes: number; sha256: string },
): Promise<ManifestCheck> {
  const { manifest, key_id } = signed
  if (file.bytes !== manifest.file.bytes || file.sha256 !== manifest.file.sha256) {
    return { valid: false, reason: 'The manifest is of another file.' }
  }
  if (keys.length === 0) return { valid: false, reason: unkeyed, unkeyed: true }
  const key = keys.find(({ kid }) => kid === key_id)
  const [raw, signature] = [fromBase64url(key?.x ?? ''), fromBase64url(signed.signature)]
  if (!key || !raw || (await keyThumbprint(key.x)) !== key_id) {
    return { valid: false, reason: 'It is signed with a key that is not among the given ones.' }
  }
  const fits =
    signature?.length === 64 &&
    (await crypto.subtle
      .importKey('raw', raw, { name: 'Ed25519' }, false, ['verify'])
      .then((imported) =>
        crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, manifestBytes(manifest)),
      )
      .catch(() => false))
  return fits
    ? { valid: true, keyStatus: key.status }
    : { valid: false, reason: 'The signature does not fit.' }
}
