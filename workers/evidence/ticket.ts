import { deflateRawSync, inflateRawSync } from 'node:zlib'
import * as z from 'zod'
import { fromBase64url, toBase64url } from '../../evidence/base64url.ts'
import { authorSchema, exportFormatSchema, exportTextsSchema, runSchema } from '../../protocol/index.ts'
import type { ExportRequest } from './export-request.ts'
import type { Signer } from './signing-key.ts'

/** Life of a ticket, ms. [X14] */
const ticketMs = 24 * 60 * 60 * 1000

const howSchema = z.object({
  start: z.int().nullable(),
  format: exportFormatSchema,
  texts: exportTextsSchema,
  bom: z.boolean(),
  exporter: authorSchema,
  created_at: z.string(),
})

const ticketSchema = z.object({
  request: z.discriminatedUnion('of', [
    howSchema.extend({ of: z.literal('run'), run: runSchema, end: z.int().nullable() }),
    howSchema.extend({
      of: z.literal('project'),
      project: z.object({ id: z.string(), name: z.string() }),
      end: z.int(),
    }),
  ]),
  expires_at: z.int(),
})

/** Begins a ticket whose payload is deflated: a run's figures make 5 KB of header else. */
const deflated = '2'

/**
 * A request for an export that only this server can have written, so that the same file can be made again.
 * It grants nothing: who comes with it must be who it was made for, and have the right still. [X14]
 *
 * @param now milliseconds
 */
export async function writeTicket(signer: Signer, request: ExportRequest, now: number): Promise<string> {
  const text = JSON.stringify({ request, expires_at: now + ticketMs })
  const payload = `${deflated}.${toBase64url(deflateRawSync(text))}`
  return `${payload}.${await signer.sign(ticketBytes(payload))}`
}

/**
 * Reads a ticket; null when it is none of ours, or has expired. Those of before, which were not deflated, are good
 * as long as they last.
 *
 * @param now milliseconds
 */
export async function readTicket(signer: Signer, ticket: string, now: number): Promise<ExportRequest | null> {
  const [, payload = '', signature = ''] = /^((?:2\.)?[\w-]*)\.([\w-]*)$/.exec(ticket) ?? []
  const isDeflated = payload.startsWith(`${deflated}.`)
  const bytes = fromBase64url(isDeflated ? payload.slice(deflated.length + 1) : payload)
  const signed = fromBase64url(signature)
  if (!bytes || signed?.length !== 64 || !(await signer.verify(ticketBytes(payload), signed))) return null
  // Only what we have signed is inflated: it grows to what we have deflated.
  const text = new TextDecoder().decode(isDeflated ? inflateRawSync(bytes) : bytes)
  const parsed = ticketSchema.safeParse(JSON.parse(text))
  // One of another version of this server is as good as expired.
  return parsed.success && parsed.data.expires_at > now ? parsed.data.request : null
}

function ticketBytes(payload: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(`custos/export-ticket/1:${payload}`))
}
