import * as z from 'zod'

/** The closed set of error codes, each with its HTTP status and title. [P1] */
export const problems = {
  invalid_json: { status: 400, title: 'The body is not JSON' },
  invalid_body: { status: 400, title: 'The body has the wrong shape' },
  invalid_query: { status: 400, title: 'The query has the wrong shape' },
  invalid_host: { status: 400, title: 'The Host header is malformed' },
  unauthenticated: { status: 401, title: 'Authentication credentials were not provided or are not valid' },
  invalid_credentials: { status: 401, title: 'The e-mail and the password do not fit together' },
  forbidden: { status: 403, title: 'You may not do this' },
  email_unverified: { status: 403, title: 'The e-mail address is not verified yet' },
  key_halted: { status: 403, title: 'This key is halted until a person releases it' },
  not_found: { status: 404, title: 'There is no such thing' },
  method_not_allowed: { status: 405, title: 'This route does not take that method' },
  id_taken: { status: 409, title: 'This id stands for something else already' },
  conflict: { status: 409, title: 'This cannot be done as things stand' },
  run_ended: { status: 409, title: 'The run has ended' },
  run_transition: { status: 409, title: 'The run cannot go from its status to that one' },
  run_ambiguous: { status: 409, title: 'There are several open runs' },
  link_expired: { status: 410, title: 'The link is used or expired' },
  body_too_large: { status: 413, title: 'The body is too large' },
  misdirected: { status: 421, title: 'This host is not served here' },
  upgrade_required: { status: 426, title: 'This route speaks WebSocket' },
  rate_limited: { status: 429, title: 'Too many requests' },
  lagging: { status: 429, title: 'The viewer fell too far behind' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  misconfigured: { status: 500, title: 'The server is not set up yet' },
  overloaded: { status: 503, title: 'The run cannot take more just now' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems
const codes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]]

/** An RFC 9457 problem as it stands on the wire. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(codes),
  detail: z.string(),
  instance: z.string().optional(),
  request_id: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  next_run_id: z.string().nullable().optional(),
})
export type Problem = z.infer<typeof problemSchema>
export type FieldError = NonNullable<Problem['errors']>[number]

/**
 * Builds the problem of a code.
 *
 * @param code one of {@link problems}
 * @param detail what happened and what to do, in a sentence; never a credential or a text of a beat
 * @param more extension members of the problem
 */
export function problem(code: ProblemCode, detail: string, more: Partial<Problem> = {}): Problem {
  const { status, title } = problems[code]
  return { type: `urn:custos:problem:${code}`, title, status, code, detail, ...more }
}

/** Fields whose members the sender names: what is below them may be anything, a credential too. */
const openFields = new Set<PropertyKey>(['meta', 'data', 'redactions'])

/**
 * A name of a member as somebody types it by mistake. What is longer or stranger may be anything, a credential too,
 * of which hardly one is without a digit.
 */
const nameLike = /^[A-Za-z_-]{1,32}$/

/**
 * Turns a zod error into the `errors[]` of a problem: one line a field, named by its path as far as the names
 * in it are ours, or could only be a slip. What is not known stands before what is missing: it is often the same
 * thing, misspelt. [P2]
 */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const unknown = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => unknownField(issue.path, key)) : [],
  )
  const others = error.issues.filter(({ code }) => code !== 'unrecognized_keys').map(fieldError)
  return [...unknown, ...others].slice(0, 20)
}

/** The first three of them as the sentence of a problem's `detail`. */
export function fieldErrorsText(errors: readonly FieldError[]): string {
  return errors
    .slice(0, 3)
    .map(({ field, message }) => `${field}: ${message}`)
    .join('; ')
}

function fieldError(issue: z.core.$ZodIssue): FieldError {
  const isMissing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined')
  return { field: pathOf(issue.path), message: isMissing ? 'is missing' : issue.message }
}

function unknownField(path: readonly PropertyKey[], key: string): FieldError {
  if (!nameLike.test(key)) return { field: pathOf(path), message: 'has a field that is not known here' }
  return { field: pathOf([...path, key]), message: 'is not known here' }
}

function pathOf(path: readonly PropertyKey[]): string {
  const open = path.findIndex((name) => openFields.has(name))
  const ours = open === -1 ? path : path.slice(0, open + 1)
  return ours.map(String).join('.') || '(body)'
}
