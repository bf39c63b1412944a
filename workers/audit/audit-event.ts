import type { AuditAction } from '../../protocol/audit.ts'

/** Something that was done, as a route tells it to the audit log. */
export interface AuditEvent {
  /** Whose log it goes to: a person's own doings (sign-ins, passwords) to their personal organisation's. */
  organizationId: string
  action: AuditAction
  /** Who did it: an actor as authenticated; the system itself has no id. */
  actor: { type: 'user' | 'key' | 'system'; id: string | null }
  /** What it was done to, such as `{type: 'key', id: 'key_…'}`. */
  target: { type: string; id: string | null }
  /** What changed, as JSON values: only the members that matter, never a secret. They are redacted all the same. */
  before?: unknown
  after?: unknown
  /** Where it came from: address and agent are read from it. Left out for what the system does. */
  request?: Request
  requestId?: string
}
