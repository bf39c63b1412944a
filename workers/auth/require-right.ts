import { ProblemError } from '../http/problem-error.ts'
import { can, type Action, type Resource } from './access.ts'
import type { Actor } from './actor.ts'

/** @throws ProblemError `forbidden` unless the actor may do it */
export function requireRight(actor: Actor, action: Action, resource: Resource): void {
  if (can(actor, action, resource)) return
  const who = actor.type === 'key' ? 'This key has not the scope' : 'Your role has not the right'
  throw new ProblemError('forbidden', `${who} for ${action}.`)
}
