import * as z from 'zod'
import { policySchema } from './schema.ts'

/** JSON Schema (draft 2020-12) of a policy as its author writes it, for editors. Published as docs/policy.schema.json. */
export function policyJsonSchema(): unknown {
  return z.toJSONSchema(policySchema, { io: 'input', target: 'draft-2020-12' })
}
