import * as z from 'zod'
import * as protocol from '../../protocol/index.ts'

/** A JSON Schema, as OpenAPI 3.1 takes it. */
export type JsonSchema = Record<string, unknown>

/** Schemas that stand under a name of their own in the document; all others stand where they are used. */
const named = {
  Account: protocol.accountSchema,
  AuditAction: protocol.auditActionSchema,
  AuditRecord: protocol.auditRecordSchema,
  BatchReceipt: protocol.batchReceiptSchema,
  BeatHeader: protocol.beatHeaderSchema,
  BeatInput: protocol.beatInputSchema,
  Entry: protocol.entrySchema,
  Evaluation: protocol.evaluationSchema,
  Export: protocol.jsonExportSchema,
  Finding: protocol.findingSchema,
  Heartbeat: protocol.heartbeatReceiptSchema,
  Incident: protocol.incidentSchema,
  Invitation: protocol.invitationSchema,
  Member: protocol.memberSchema,
  Organization: protocol.organizationSchema,
  Problem: protocol.problemSchema,
  Project: protocol.projectSchema,
  ProjectSettings: protocol.projectSettingsSchema,
  Receipt: protocol.receiptSchema,
  Run: protocol.runSchema,
  SavedView: protocol.savedViewSchema,
  Session: protocol.sessionSchema,
  SignedManifest: protocol.signedManifestSchema,
  Trace: protocol.traceSchema,
  User: protocol.userSchema,
  Verdict: protocol.verdictSchema,
} as const satisfies Record<string, z.ZodType>

const names = z.registry<{ id: string }>()
for (const [id, schema] of Object.entries(named)) names.add(schema, { id })

/** The named schemas that a document turned out to need, by name. */
export type Components = Map<string, JsonSchema>

/** Whether a schema describes what comes in or what goes out. */
export type Direction = 'input' | 'output'

/**
 * The JSON Schema of what is sent (`input`: what has a default may be left out) or of what is answered (`output`:
 * there may be more members one day). Named schemas in it become references, and are put into `components`.
 */
export function jsonSchema(schema: z.ZodType, io: Direction, components: Components): JsonSchema {
  const { $defs = {}, $schema: _, id: __, ...whole } = plainSchema(schema, io)
  for (const [id, { id: ___, ...definition }] of Object.entries($defs as Record<string, JsonSchema>)) {
    components.set(nameOf(id, io), pointed(definition, io))
  }
  const id = names.get(schema)?.id
  if (id === undefined) return pointed(whole, io)
  // Where it stands among the definitions already, the whole is only a reference to it.
  if (!('$ref' in whole)) components.set(nameOf(id, io), pointed(whole, io))
  return { $ref: reference(id, io) }
}

function plainSchema(schema: z.ZodType, io: Direction): JsonSchema {
  return z.toJSONSchema(schema, { io, metadata: names, unrepresentable: 'any', target: 'draft-2020-12' })
}

function reference(id: string, io: Direction): string {
  return `#/components/schemas/${nameOf(id, io)}`
}

/** What is sent may look unlike what is answered, where there are defaults: then it has a name of its own. */
function nameOf(id: string, io: Direction): string {
  // A schema without a name that refers to itself: only JSON does.
  if (id.startsWith('__schema')) return 'Json'
  const schema = (named as Record<string, z.ZodType>)[id]
  return io === 'input' && schema !== undefined && differs(schema) ? `${id}Input` : id
}

const differing = new Map<z.ZodType, boolean>()

function differs(schema: z.ZodType): boolean {
  const known = differing.get(schema)
  if (known !== undefined) return known
  const [input, output] = (['input', 'output'] as const).map((io) =>
    JSON.stringify(opened(plainSchema(schema, io))),
  )
  differing.set(schema, input !== output)
  return input !== output
}

/** The schema with its references pointing into the document. */
function pointed(schema: JsonSchema, io: Direction): JsonSchema {
  return mapped(io === 'output' ? opened(schema) : schema, (key, item) => {
    const [, id] = key === '$ref' && typeof item === 'string' ? (/^#\/\$defs\/(.+)$/.exec(item) ?? []) : []
    return id === undefined ? item : reference(id, io)
  })
}

/** Without what forbids members that are not known yet. */
function opened(schema: JsonSchema): JsonSchema {
  return mapped(schema, (key, item) => (key === 'additionalProperties' && item === false ? undefined : item))
}

/** A copy with each member as `change` has it; what it makes undefined is left out. */
function mapped(schema: JsonSchema, change: (key: string, item: unknown) => unknown): JsonSchema {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node !== 'object' || node === null) return node
    const members = Object.entries(node).map(([key, item]) => [key, walk(change(key, item))] as const)
    return Object.fromEntries(members.filter(([, item]) => item !== undefined))
  }
  return walk(schema) as JsonSchema
}
