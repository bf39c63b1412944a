import { limits } from '../../protocol/index.ts'
import type { UserActor } from '../auth/actor.ts'
import { ProblemError } from '../http/problem-error.ts'

/** @throws ProblemError `conflict` for a person who is in as many organisations as anybody may be. [N1] */
export function requireRoom(actor: UserActor): void {
  if (actor.memberships.size < limits.organizations) return
  throw new ProblemError(
    'conflict',
    `One can be in ${limits.organizations} organisations: leave another first.`,
  )
}
