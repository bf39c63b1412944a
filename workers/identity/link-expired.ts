import { ProblemError } from '../http/problem-error.ts'

/** The refusal of a link from a mail that is wrong, used or too old; which of them, nobody is told. */
export function linkExpired(): ProblemError {
  return new ProblemError('link_expired', 'The link is used or expired. Ask for a new one.')
}
