import * as z from 'zod'
import { authorSchema, entrySchema } from './entry.ts'
import { hashSchema, idSchema, timestampSchema } from './id.ts'
import { runSchema } from './run.ts'

/** A JSON export. Its closing members come last in the file, so that a cut one is not whole. [G3] */
export const jsonExportSchema = z.object({
  custos_export: z.literal(1),
  run: runSchema,
  range: z.object({ start: z.string().nullable(), end: z.string().nullable() }),
  genesis: hashSchema,
  /** `hash` of the entry before the first one here, or the genesis; null when the range holds none. [X2] */
  first_link: hashSchema.nullable().optional(),
  entries: z.array(entrySchema),
  count: z.int(),
  beats: z.int(),
  /** `hash` of the last entry in the file, or null when the range holds none. */
  head: hashSchema.nullable(),
  /** SHA-256 of what stands before the entries. [X3] */
  about_sha256: hashSchema.optional(),
  complete: z.literal(true),
})
export type JsonExport = z.infer<typeof jsonExportSchema>

/** A run in an export across runs: what no later beat changes, with the end of the stretch that is exported. [X16] */
export const runPartSchema = runSchema.pick({
  id: true,
  name: true,
  labels: true,
  started_at: true,
  project_id: true,
  api_key_id: true,
  previous_run_id: true,
  last_seq: true,
  head: true,
})
export type RunPart = z.infer<typeof runPartSchema>

/** What an export across runs says of a run that retention has deleted. [R11] [X16] */
export const deletedRunSchema = z.object({
  run_id: idSchema,
  started_at: timestampSchema,
  ended_at: timestampSchema.nullable(),
  last_seq: z.int(),
  head: hashSchema,
  deleted_at: timestampSchema,
})
export type DeletedRun = z.infer<typeof deletedRunSchema>

/** A JSON export across the runs of a project. [X16] */
export const jsonProjectExportSchema = z.object({
  custos_project_export: z.literal(1),
  project: z.object({ id: idSchema, name: z.string() }),
  range: z.object({ start: z.string().nullable(), end: z.string() }),
  exports: z.array(jsonExportSchema.extend({ run: runPartSchema })),
  deleted_runs: z.array(z.object({ deleted_run: deletedRunSchema })),
  runs: z.int(),
  deleted: z.int(),
  count: z.int(),
  beats: z.int(),
  seal: hashSchema,
  complete: z.literal(true),
})
export type JsonProjectExport = z.infer<typeof jsonProjectExportSchema>

export const exportFormats = ['json', 'ndjson', 'csv', 'pdf'] as const
export const exportFormatSchema = z.enum(exportFormats)
export type ExportFormat = z.infer<typeof exportFormatSchema>

/** Whether an export holds the texts, or their commitments alone. [X6] */
export const exportTextsSchema = z.enum(['full', 'withheld'])
export type ExportTexts = z.infer<typeof exportTextsSchema>

/** What is said, and signed, about one exported file. [X11] */
export const manifestSchema = z.object({
  custos_manifest: z.literal(1),
  file: z.object({
    name: z.string(),
    format: exportFormatSchema,
    bytes: z.int().min(0),
    sha256: hashSchema,
  }),
  /** Null for an export across runs, as are the members that speak of one run's entries. */
  run_id: idSchema.nullable(),
  project_id: idSchema,
  range: z.object({ start: z.string().nullable(), end: z.string().nullable() }),
  first_seq: z.int().nullable(),
  last_seq: z.int().nullable(),
  count: z.int(),
  beats: z.int(),
  first_link: hashSchema.nullable(),
  head: hashSchema.nullable(),
  /** Of an export across runs: each run's own stretch of its chain, and the seal over all of them. [X18] */
  runs: z
    .array(
      z.object({
        run_id: idSchema,
        first_seq: z.int(),
        last_seq: z.int(),
        count: z.int(),
        beats: z.int(),
        first_link: hashSchema,
        head: hashSchema,
      }),
    )
    .optional(),
  seal: hashSchema.optional(),
  texts: exportTextsSchema,
  versions: z.object({ export: z.literal(1), server: z.string() }),
  exporter: authorSchema,
  created_at: timestampSchema,
})
export type Manifest = z.infer<typeof manifestSchema>

/** A manifest with its detached signature. [X12] */
export const signedManifestSchema = z.object({
  manifest: manifestSchema,
  algorithm: z.literal('Ed25519'),
  /** RFC 7638 thumbprint of the key. */
  key_id: z.string(),
  /** base64url, 64 bytes. */
  signature: z.string(),
})
export type SignedManifest = z.infer<typeof signedManifestSchema>

/** One public key of `/.well-known/custos-keys.json`. [X13] */
export const publicKeySchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
  use: z.literal('sig'),
  alg: z.literal('EdDSA'),
  status: z.enum(['current', 'retired']),
})
export type PublicKey = z.infer<typeof publicKeySchema>
export const publicKeysSchema = z.object({ keys: z.array(publicKeySchema) })
export type PublicKeys = z.infer<typeof publicKeysSchema>
