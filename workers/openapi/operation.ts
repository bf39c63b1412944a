import type { ZodType } from 'zod'
import type { ProblemCode } from '../../protocol/index.ts'
import type { Action } from '../auth/access.ts'

/**
 * Who may call an operation: `public` for everybody, `person` for whoever is signed in, `actor` for any valid
 * credential, `operator` for the holder of the metrics token, or the action that `can()` decides.
 */
export type Access = 'public' | 'person' | 'actor' | 'operator' | Action

/** One kind of answer, by status. */
export interface OperationAnswer {
  description: string
  /** What the body is; left out for an answer without one. */
  schema?: ZodType
  /** A body as it comes; must fit the schema, which a test checks. */
  example?: unknown
  /** Media type of the body; `application/json` unless said otherwise. */
  type?: string
}

/**
 * What a route promises, as plain data beside its handler. `/openapi.json` is made of these, the test that walks
 * every route asks them who may come in, and a route of the app without one fails a test.
 */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** The whole path as the app mounts it, with `:names`, and with the trailing slash where clients send one. */
  path: string
  summary: string
  /** Heading it stands under, such as `Runs`. */
  tag: string
  access: Access
  /** More than the summary says, where that is needed; Markdown. */
  description?: string
  /** Path parameters beyond plain ids, by name; one that is not here is an id. */
  params?: Record<string, ZodType>
  /** The query, a `z.object`. */
  query?: ZodType
  body?: ZodType
  /** A body as a client would send it; must fit `body`. */
  bodyExample?: unknown
  responses: Record<number, OperationAnswer>
  /** Refusals of its own. Those that every operation may give (`internal`, …) are added. */
  problems: ProblemCode[]
}
