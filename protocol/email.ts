import * as z from 'zod'

/**
 * An e-mail address as everything here compares it: trimmed, in Unicode's compatibility form, lower-case. Letters
 * beyond ASCII are refused: many look like others, and an address that only looks like somebody's must not pass
 * for it. [O2]
 */
export const emailSchema = z
  .string()
  .max(320)
  .trim()
  .normalize('NFKC')
  .toLowerCase()
  .regex(/^[\x21-\x7e]*$/, 'may hold plain Latin letters, digits and signs only: others look alike')
  .max(254)
  .regex(/^[a-z0-9_'+-]+(?:\.[a-z0-9_'+-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'is no e-mail address')
