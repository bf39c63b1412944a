import type { ZodType } from 'zod'
import * as z from 'zod'
import { byScope } from '../auth/access.ts'
import { hostCookie } from '../auth/session-cookie.ts'
import { idSchema, problem, problems, problemSchema, type ProblemCode } from '../../protocol/index.ts'
import type { Access, Operation, OperationAnswer } from './operation.ts'
import { jsonSchema, type Components, type JsonSchema } from './schemas.ts'

/** An OpenAPI 3.1 document, as far as it is looked into here. */
export interface OpenApiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } }
  servers: { url: string }[]
  tags: { name: string }[]
  paths: Record<string, Record<string, DocumentedOperation>>
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, unknown> }
}

/** An operation as it stands in the document. */
export interface DocumentedOperation {
  operationId: string
  summary: string
  description?: string
  tags: string[]
  security: Record<string, string[]>[]
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: JsonSchema }[]
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema; example?: unknown }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: JsonSchema }> }>
}

const description = `Watches AI models while they work: every exchange is evaluated, scored and recorded, and shown live.

Every route answers with and without its trailing slash. Errors are RFC 9457 problems, each with a \`code\` of its own. Live runs are watched at \`/ws/simulator/:run_id/\`, a WebSocket.`

const securitySchemes = {
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: 'A pipeline: `ApiKey cus_live_…`',
  },
  token: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'A person: `Token cus_user_…`' },
  bearer: { type: 'http', scheme: 'bearer', description: 'Either of them: `Bearer cus_…`' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: hostCookie,
    description: 'A page of this server; writes need its own Origin. Over plain HTTP it is `custos_session`.',
  },
  metricsToken: { type: 'http', scheme: 'bearer', description: 'The operator: `Bearer <METRICS_TOKEN>`' },
}

/**
 * The document of the server, from what its routes promise.
 *
 * @param operations of every route
 * @param publicUrl where this server is reached
 */
export function openApiDocument(operations: readonly Operation[], publicUrl: string): OpenApiDocument {
  const components: Components = new Map()
  components.set('Problem', jsonSchema(problemSchema, 'output', components))
  jsonSchema(problemSchema, 'output', components)
  const paths: OpenApiDocument['paths'] = {}
  for (const operation of operations) {
    const item = (paths[openApiPath(operation.path)] ??= {})
    item[operation.method] = documented(operation, components)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Custos',
      version: '1',
      description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries([...components].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes,
    },
  }
}

/** `/runs/:id/` as `/runs/{id}/`. */
export function openApiPath(path: string): string {
  return path.replaceAll(/:([a-z_]+)(?:\{[^}]*\})?/g, '{$1}')
}

function documented(operation: Operation, components: Components): DocumentedOperation {
  const { body, bodyExample } = operation
  return {
    operationId: operationId(operation),
    summary: operation.summary,
    ...(operation.description !== undefined && { description: operation.description }),
    tags: [operation.tag],
    security: securityOf(operation.access),
    parameters: [...pathParameters(operation, components), ...queryParameters(operation.query, components)],
    ...(body && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: jsonSchema(body, 'input', components),
            ...(bodyExample !== undefined && { example: bodyExample }),
          },
        },
      },
    }),
    responses: { ...answersOf(operation, components), ...refusalsOf(operation) },
  }
}

function operationId({ method, path }: Operation): string {
  const words = path.split('/').filter((word) => word !== '')
  return [method, ...words.map((word) => word.replace(/^:/, 'by_').replaceAll(/[^a-z0-9]+/gi, '_'))].join('_')
}

function securityOf(access: Access): Record<string, string[]>[] {
  const people = [{ token: [] }, { bearer: [] }, { session: [] }]
  if (access === 'public') return []
  if (access === 'operator') return [{ metricsToken: [] }]
  if (access === 'person') return people
  const takesKeys = access === 'actor' || byScope[access] !== undefined
  return takesKeys ? [{ apiKey: [] }, ...people] : people
}

function pathParameters({ path, params = {} }: Operation, components: Components) {
  return [...path.matchAll(/:([a-z_]+)/g)].map(([, name = '']) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: jsonSchema(params[name] ?? idSchema, 'input', components),
  }))
}

function queryParameters(query: ZodType | undefined, components: Components) {
  if (!query) return []
  const { properties = {}, required = [] } = jsonSchema(query, 'input', components)
  return Object.entries(properties as Record<string, JsonSchema>).map(([name, schema]) => ({
    name,
    in: 'query' as const,
    required: (required as string[]).includes(name),
    schema,
  }))
}

function answersOf({ responses }: Operation, components: Components): DocumentedOperation['responses'] {
  return Object.fromEntries(
    Object.entries(responses).map(([status, answer]: [string, OperationAnswer]) => {
      const { schema, example, type = 'application/json' } = answer
      if (!schema && answer.type === undefined) return [status, { description: answer.description }]
      const shape = schema
        ? jsonSchema(schema, 'output', components)
        : jsonSchema(z.string(), 'output', components)
      const content = { [type]: { schema: shape, ...(example !== undefined && { example }) } }
      return [status, { description: answer.description, content }]
    }),
  )
}

/** Problems by status, those that follow from what the operation takes among them. */
function refusalsOf(operation: Operation): DocumentedOperation['responses'] {
  const codes = new Set<ProblemCode>([...operation.problems, ...impliedProblems(operation)])
  const byStatus = Map.groupBy(codes, (code) => problems[code].status)
  const own = new Set(Object.keys(operation.responses))
  return Object.fromEntries(
    [...byStatus]
      .filter(([status]) => !own.has(String(status)))
      .map(([status, some]) => [
        String(status),
        {
          description: some.map((code) => `\`${code}\`: ${problems[code].title}`).join('. '),
          content: {
            'application/problem+json': {
              schema: { $ref: '#/components/schemas/Problem' },
              examples: Object.fromEntries(some.map((code) => [code, { value: problemExample(code) }])),
            },
          },
        },
      ]),
  )
}

function impliedProblems({ access, body, query }: Operation): ProblemCode[] {
  return [
    'internal',
    ...(access === 'public' ? [] : (['unauthenticated', 'rate_limited'] as const)),
    ...(body ? (['invalid_json', 'invalid_body', 'body_too_large'] as const) : []),
    ...(query ? (['invalid_query'] as const) : []),
  ]
}

function problemExample(code: ProblemCode) {
  const detail = `${problems[code].title}. The sentence here says what to do.`
  return { ...problem(code, detail), request_id: 'req_0123456789abcdef0123456789abcdef' }
}
