import type { ZodType } from 'zod'
import { fieldErrors, fieldErrorsText } from '../../protocol/index.ts'
import { ProblemError } from './problem-error.ts'

/** @throws ProblemError `invalid_query`, naming every parameter that is wrong */
export function readQuery<T>(url: string, schema: ZodType<T>): T {
  const result = schema.safeParse(Object.fromEntries(new URL(url).searchParams))
  if (result.success) return result.data
  const errors = fieldErrors(result.error)
  throw new ProblemError('invalid_query', fieldErrorsText(errors), { errors })
}
