import * as z from 'zod/mini'
import type { PublicKey, SignedManifest } from '../../../protocol/export.ts'

/*
 * Only what the check itself reads is looked at: what a manifest says besides is covered by its signature, and
 * the full schemas would weigh more than all of this room.
 */
const manifestSchema = z.looseObject({
  manifest: z.looseObject({
    custos_manifest: z.literal(1),
    file: z.looseObject({ format: z.string(), bytes: z.number(), sha256: z.string() }),
    created_at: z.string(),
  }),
  algorithm: z.literal('Ed25519'),
  key_id: z.string(),
  signature: z.string(),
})
const keysSchema = z.looseObject({
  keys: z.array(z.looseObject({ kid: z.string(), x: z.string(), status: z.enum(['current', 'retired']) })),
})

/** A signed manifest, or null when the text is none. */
export function readManifest(text: string): SignedManifest | null {
  const parsed = manifestSchema.safeParse(parse(text))
  return parsed.success ? (parsed.data as unknown as SignedManifest) : null
}

/** The keys of a server, as `/.well-known/custos-keys.json` has them, or null when the text is none. */
export function readKeys(text: string): PublicKey[] | null {
  const parsed = keysSchema.safeParse(parse(text))
  return parsed.success ? (parsed.data.keys as unknown as PublicKey[]) : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
