import * as z from 'zod'
import { toBase64url } from '../../evidence/base64url.ts'
import { keyThumbprint } from '../../evidence/manifest.ts'
import type { PublicKey, PublicKeys } from '../../protocol/index.ts'
import type { Env } from '../env.ts'

const key32 = z.string().regex(/^[\w-]{43}$/)
const privateKeySchema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: key32, d: key32 })
const pastKeysSchema = z.array(z.object({ x: key32 }))

/** What signs manifests. */
export interface Signer {
  keyId: string
  /** @returns the signature, base64url */
  sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>
  verify: (bytes: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>) => Promise<boolean>
}

/**
 * The signer of this server, or null when it has no key.
 *
 * @throws Error when the secret is no private JWK; never quotes it
 */
export async function openSigner(env: Pick<Env, 'EXPORT_SIGNING_KEY'>): Promise<Signer | null> {
  const jwk = readPrivateKey(env)
  if (!jwk) return null
  const { d: _, ...publicJwk } = jwk
  const algorithm = { name: 'Ed25519' }
  const [signing, verifying, keyId] = await Promise.all([
    crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']),
    crypto.subtle.importKey('jwk', publicJwk, algorithm, false, ['verify']),
    keyThumbprint(jwk.x),
  ])
  return {
    keyId,
    sign: async (bytes) => toBase64url(new Uint8Array(await crypto.subtle.sign(algorithm, signing, bytes))),
    verify: (bytes, signature) => crypto.subtle.verify(algorithm, verifying, signature, bytes),
  }
}

/** What `/.well-known/custos-keys.json` answers. [X13] */
export async function publicKeys(
  env: Pick<Env, 'EXPORT_SIGNING_KEY' | 'EXPORT_PAST_KEYS'>,
): Promise<PublicKeys> {
  const current = readPrivateKey(env)
  const past = pastKeysSchema.parse(JSON.parse(env.EXPORT_PAST_KEYS || '[]'))
  const keys = await Promise.all([
    ...(current ? [publicKey(current.x, 'current')] : []),
    ...past.filter(({ x }) => x !== current?.x).map(({ x }) => publicKey(x, 'retired')),
  ])
  return { keys }
}

async function publicKey(x: string, status: PublicKey['status']): Promise<PublicKey> {
  return { kty: 'OKP', crv: 'Ed25519', x, kid: await keyThumbprint(x), use: 'sig', alg: 'EdDSA', status }
}

function readPrivateKey({ EXPORT_SIGNING_KEY: secret }: Pick<Env, 'EXPORT_SIGNING_KEY'>) {
  if (!secret) return null
  try {
    return privateKeySchema.parse(JSON.parse(secret))
  } catch {
    // What was thrown may quote the secret.
    throw new Error('EXPORT_SIGNING_KEY is not a private Ed25519 key as a JWK')
  }
}
