import * as z from 'zod'
import { limits } from './limits.ts'

/** Any id on the wire. [I1] */
export const idSchema = z
  .string()
  .min(1)
  .max(limits.idLength)
  .regex(/^[A-Za-z0-9_.:-]+$/, 'may hold letters, digits and _ . : - only')

/** An ISO 8601 instant in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const timestampSchema = z.iso.datetime({ offset: true })

/** 32 bytes in lower-case hex. [C1] */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)
