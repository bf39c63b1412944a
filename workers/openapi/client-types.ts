import type { DocumentedOperation, OpenApiDocument } from './document.ts'
import type { JsonSchema } from './schemas.ts'

/**
 * TypeScript types of a document: an interface for each named schema, and `Operations`, which has for each
 * `METHOD /path` its parameters, query, body and what it answers. For the page, which knows the server by these.
 */
export function clientTypes(document: OpenApiDocument): string {
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) => `export type ${name} = ${typeText(schema, 0)}\n`,
  )
  // Some operations answer at two addresses: the second is said to be the first.
  const named = new Map<string, string>()
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const name = `'${method.toUpperCase()} ${path}'`
      const text = operationText(operation)
      const same = `${method} ${path.replace(/^\/api\/v1(?=\/)/, '')} ${text}`
      const first = named.get(same)
      named.set(same, first ?? name)
      return `  ${name}: ${first === undefined ? text : `Operations[${first}]`}\n`
    }),
  )
  return (
    '// Made by `npm run build:client` from what the routes of the server promise; not to be edited.\n\n' +
    `${schemas.join('\n')}\nexport interface Operations {\n${operations.join('')}}\n`
  )
}

function operationText(operation: DocumentedOperation): string {
  const parameters = (where: 'path' | 'query') =>
    operation.parameters
      .filter((one) => one.in === where)
      .map((one) => `${memberName(one.name)}${one.required ? '' : '?'}: ${typeText(one.schema, 2)}`)
  const objects = (['path', 'query'] as const).flatMap((where) => {
    const members = parameters(where)
    return members.length === 0 ? [] : [`${where}: { ${members.join('; ')} }`]
  })
  const body = operation.requestBody?.content['application/json']
  const members = [
    ...objects,
    ...(body ? [`body: ${typeText(body.schema, 2)}`] : []),
    `answer: ${answerText(operation)}`,
  ]
  return `{\n${members.map((member) => `    ${member}\n`).join('')}  }`
}

/** What the operation answers when it succeeds: JSON, or `void` for an answer without a body of JSON. */
function answerText({ responses }: DocumentedOperation): string {
  const types = Object.entries(responses)
    .filter(([status]) => Number(status) < 300)
    .flatMap(([, { content }]) => {
      const schema = content?.['application/json']?.schema
      if (!schema) return ['void']
      const any = Array.isArray(schema.anyOf) ? (schema.anyOf as JsonSchema[]) : [schema]
      return any.map((one) => typeText(one, 2))
    })
  return [...new Set(types)].join(' | ')
}

function typeText(schema: JsonSchema, depth: number): string {
  const { $ref, const: only, enum: some, anyOf, oneOf, allOf, type } = schema
  if (typeof $ref === 'string') return $ref.slice($ref.lastIndexOf('/') + 1)
  if (only !== undefined) return literal(only)
  if (Array.isArray(some)) return some.map(literal).join(' | ')
  if (Array.isArray(anyOf)) return joined(anyOf as JsonSchema[], ' | ', depth)
  if (Array.isArray(oneOf)) return joined(oneOf as JsonSchema[], ' | ', depth)
  if (Array.isArray(allOf)) return joined(allOf as JsonSchema[], ' & ', depth)
  if (Array.isArray(type))
    return type.map((one: unknown) => typeText({ ...schema, type: one }, depth)).join(' | ')
  if (type === 'string') return 'string'
  if (type === 'number' || type === 'integer') return 'number'
  if (type === 'boolean') return 'boolean'
  if (type === 'null') return 'null'
  if (type === 'array') return arrayText(schema, depth)
  if (type === 'object') return objectText(schema, depth)
  return 'unknown'
}

function joined(schemas: JsonSchema[], by: ' | ' | ' & ', depth: number): string {
  return [...new Set(schemas.map((one) => typeText(one, depth)))].join(by)
}

function arrayText({ items, prefixItems }: JsonSchema, depth: number): string {
  if (Array.isArray(prefixItems)) {
    return `[${(prefixItems as JsonSchema[]).map((one) => typeText(one, depth)).join(', ')}]`
  }
  const item = items === undefined ? 'unknown' : typeText(items as JsonSchema, depth)
  return /[|&]/.test(item) ? `(${item})[]` : `${item}[]`
}

function objectText({ properties, required, additionalProperties }: JsonSchema, depth: number): string {
  const members = Object.entries((properties ?? {}) as Record<string, JsonSchema>)
  if (members.length === 0) {
    const value =
      typeof additionalProperties === 'object' && additionalProperties !== null
        ? typeText(additionalProperties as JsonSchema, depth)
        : 'unknown'
    // Not a `Record`, which may not refer to the type that it stands in.
    return `{ [name: string]: ${value} }`
  }
  const needed = new Set((required ?? []) as string[])
  const indent = '  '.repeat(depth + 1)
  const lines = members.map(
    ([name, schema]) =>
      `${indent}${memberName(name)}${needed.has(name) ? '' : '?'}: ${typeText(schema, depth + 1)}\n`,
  )
  return `{\n${lines.join('')}${'  '.repeat(depth)}}`
}

function literal(value: unknown): string {
  return typeof value === 'string'
    ? `'${value.replaceAll(/[\\']/g, String.raw`\$&`)}'`
    : JSON.stringify(value)
}

function memberName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name)
}
