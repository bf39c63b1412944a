import type { Context } from 'hono'
import type { Actor } from '../auth/actor.ts'
import type { AppContext } from '../env.ts'
import type { AuditEvent } from './audit-event.ts'

/** Of an audit event, what a route knows of every one: who did it, and by which request. */
export function auditBy(
  c: Context<AppContext>,
  actor: Pick<Actor, 'type' | 'id'>,
): Pick<AuditEvent, 'actor' | 'request' | 'requestId'> {
  return {
    actor: { type: actor.type, id: actor.id },
    request: c.req.raw,
    requestId: c.get('requestId'),
  }
}
