import * as z from 'zod'
import { newRunLogs } from '../durable-objects/new-run-logs.ts'

/** Shortest secret, bytes of UTF-8. */
const secretBytes = 32
/** A secret of fewer different characters is a placeholder, not a secret. */
const secretVariety = 12

const secret = z
  .string({
    error: `is not set: set it to ${secretBytes} random bytes or more, as from \`openssl rand -base64 32\``,
  })
  .refine((text) => Buffer.byteLength(text) >= secretBytes && new Set(text).size >= secretVariety, {
    error: `is too weak: set it to ${secretBytes} random bytes or more, as from \`openssl rand -base64 32\``,
  })

const publicUrl = z
  .string({ error: 'is not set: set it to the address of this server, such as https://custos.example.com' })
  .refine(isOrigin, {
    error:
      'is no address of a server: set it to scheme and host alone, such as https://custos.example.com ' +
      '(http is for loopback only)',
  })

/** An unset variable and an empty one are the same to whoever fills in a form. */
const optional = (schema: z.ZodType<string>) =>
  z
    .union([z.literal('').transform(() => undefined), schema])
    .optional()
    .transform((text) => text ?? null)

const mailUrl = z.string().refine((text) => URL.parse(text)?.protocol === 'https:', {
  error: 'is no https address: set it to where your mail provider takes messages',
})

/** All that an operator sets, as text. */
const configSchema = z
  .object({
    PUBLIC_URL: publicUrl,
    AUTH_SECRET: secret,
    SIGN_UP: z
      .enum(['open', 'invited', 'closed'], { error: 'is none of open, invited, closed' })
      .default('invited'),
    MAIL_URL: optional(mailUrl),
    MAIL_TOKEN: optional(z.string()),
    MAIL_FROM: optional(z.string()),
    CONTACT_TO: optional(z.email({ error: 'is no e-mail address' })),
    METRICS_TOKEN: optional(secret.regex(/^[\x21-\x7e]*$/, { error: 'may hold no blanks' })),
    LOG_REQUESTS: z
      .enum(['all', 'most', 'errors', 'none'], { error: 'is none of all, most, errors, none' })
      .default('most'),
    EXPORT_SIGNING_KEY: optional(
      z.string().refine(isPrivateKey, {
        error: 'is no private Ed25519 key: set it to a JWK with kty OKP, crv Ed25519, x and d',
      }),
    ),
  })
  .refine(
    (set) =>
      [set.MAIL_URL, set.MAIL_TOKEN, set.MAIL_FROM].every(
        (one) => (one === null) === (set.MAIL_URL === null),
      ),
    {
      path: ['MAIL_URL'],
      error: 'goes with MAIL_TOKEN and MAIL_FROM: set all three, or none',
    },
  )
export type Config = z.infer<typeof configSchema>

/** How the server is set up, or a sentence for each thing that is not as it should be. */
export type ReadConfig = { ok: true; config: Config } | { ok: false; errors: string[] }

/** Bindings, as far as they are settings. */
export type Settings = Partial<Record<keyof Config, unknown>>

const read = new WeakMap<object, ReadConfig>()

/** Reads what the operator has set: once an isolate, since a binding does not change in its life. [N8] */
export function readConfig(env: Settings): ReadConfig {
  const known = read.get(env)
  if (known) return known
  const fresh = parseConfig(env)
  read.set(env, fresh)
  return fresh
}

/** The settings of a server that is set up: no request comes past {@link readConfig} otherwise. */
export function configOf(env: Settings): Config {
  const result = readConfig(env)
  if (!result.ok) throw new Error(result.errors.join(' '))
  return result.config
}

/** Checks settings, naming each that is wrong; never its value. */
export function parseConfig(env: Settings): ReadConfig {
  const parsed = configSchema.safeParse(env)
  const issues = parsed.success ? [] : parsed.error.issues
  const errors = issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`)
  errors.push(...logErrors(env))
  if (parsed.success && errors.length === 0) return { ok: true, config: parsed.data }
  return { ok: false, errors: [...new Set(errors)] }
}

/** What is wrong with the choice of databases for new runs: whoever binds them knows it. [R14] */
function logErrors(env: object): string[] {
  try {
    newRunLogs(env)
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || url.origin !== text) return false
  const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback)
}

function isPrivateKey(text: string): boolean {
  const bytes = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
  const schema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: bytes, d: bytes })
  try {
    return schema.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}
