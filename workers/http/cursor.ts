import type { ZodType } from 'zod'
import { ProblemError } from './problem-error.ts'

/** An opaque place in a list. [P3] */
export function encodeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** @throws ProblemError `invalid_query` for a cursor that is none of ours */
export function decodeCursor<T>(cursor: string, schema: ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw new ProblemError(
      'invalid_query',
      'cursor: leave it out, or send the next_cursor of the page before.',
      {
        errors: [{ field: 'cursor', message: 'not a cursor of this list' }],
      },
    )
  }
}
