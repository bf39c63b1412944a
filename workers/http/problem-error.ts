import type { Problem, ProblemCode } from '../../protocol/index.ts'
import { problem } from '../../protocol/index.ts'

/** An expected refusal: thrown by a handler, answered as a problem. [P1] */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly problem: Problem
  readonly headers: Record<string, string>

  /**
   * @param detail what happened and what to do; never a credential or a text
   * @param more extension members, such as `errors`
   * @param headers such as `Retry-After`
   */
  constructor(
    code: ProblemCode,
    detail: string,
    more: Partial<Problem> = {},
    headers: Record<string, string> = {},
  ) {
    super(detail)
    this.problem = problem(code, detail, more)
    this.headers = headers
  }
}

/** A missing thing and somebody else's get the same answer. [A2] */
export function notFound(what: string): ProblemError {
  return new ProblemError('not_found', `There is no such ${what}.`)
}
