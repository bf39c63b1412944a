import type { ZodType } from 'zod'
import { fieldErrors, fieldErrorsText, limits } from '../../protocol/index.ts'
import { parseLooseJson } from './loose-json.ts'
import { ProblemError } from './problem-error.ts'

const tooLarge = () =>
  new ProblemError('body_too_large', `A body may hold ${limits.bodyBytes / 1024 / 1024} MiB at most.`)

/** The body as text, never more than the limit in memory. [B11] */
async function readText(request: Request): Promise<string> {
  const announced = request.headers.get('Content-Length')
  if (announced !== null) {
    if (Number(announced) > limits.bodyBytes) {
      await readOn(request.body)
      throw tooLarge()
    }
    return request.text()
  }
  if (request.body === null) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.body) {
    bytes += chunk.byteLength
    if (bytes > limits.bodyBytes) throw tooLarge()
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** As much of a body that is too large as is read, bytes. */
const readOnMost = 4 * limits.bodyBytes

/**
 * Lets somebody who sends too much finish, within bounds: closed on in the middle, many clients would only see a
 * broken connection, and not the answer that says why.
 */
async function readOn(body: ReadableStream<Uint8Array> | null): Promise<void> {
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength
    if (bytes > readOnMost) return
  }
}

/**
 * The body as JSON, forgiving what published clients send (`NaN`). [B8] [B11]
 *
 * @throws ProblemError `body_too_large`, `invalid_json`
 */
export async function readJson(request: Request): Promise<{ value: unknown; malformedText: boolean }> {
  const text = await readText(request)
  const parsed = parseLooseJson(text)
  if (parsed === null)
    throw new ProblemError('invalid_json', 'The body is not valid JSON. Send a JSON object.')
  return parsed
}

/** Parses a value by its schema, or refuses with every field that is wrong. [B11] */
export function parseBody<T>(schema: ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const errors = fieldErrors(result.error)
  throw new ProblemError('invalid_body', fieldErrorsText(errors), { errors })
}

/** Reads and parses a body in one go; an empty one counts as `{}`. */
export async function readBody<T>(request: Request, schema: ZodType<T>): Promise<T> {
  if (request.body === null || request.headers.get('Content-Length') === '0') return parseBody(schema, {})
  return parseBody(schema, (await readJson(request)).value)
}
