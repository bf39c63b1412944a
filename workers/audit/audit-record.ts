import { createHash } from 'node:crypto'
import { canonicalText } from '../../durable-objects/canonical-text.ts'
import { contentCommitment, linkHash } from '../../durable-objects/chain.ts'
import { redactValue } from '../../guardian/index.ts'
import { redactText } from '../../guardian/privacy/index.ts'
import type { AuditDetails, AuditHeader } from '../../protocol/audit.ts'
import type { AuditEvent } from './audit-event.ts'

/** Longest details kept, UTF-16 units of their JSON; what is beyond is left out and said. */
const detailsMost = 16 * 1024

/** What of an event is written, but for its place in the chain. */
export interface AuditDraft {
  event: AuditEvent
  id: string
  /** RFC 8785 text of the details. */
  details: string
  salt: string
}

/** A row of `audit_log`. */
export interface AuditRow {
  organization_id: string
  seq: number
  id: string
  at: number
  action: string
  actor_type: string
  actor_id: string | null
  target_type: string
  target_id: string | null
  record: string
  details: string | null
  salt: string | null
  hash: string
}

/** `hash_0` of an organisation's audit log, hex. */
export function auditGenesis(organizationId: string): string {
  return createHash('sha256').update(`custos/audit/1:${organizationId}`).digest('hex')
}

/**
 * Takes down what is worth keeping of an event.
 *
 * @param address where it came from, if that is known
 * @param random `id` of the record and `salt` (16 bytes, hex) of its commitment
 */
export function draftRecord(
  event: AuditEvent,
  address: string | null,
  random: { id: string; salt: string },
): AuditDraft {
  const agent = event.request?.headers.get('User-Agent') ?? null
  const details: AuditDetails = {
    address,
    after: kept(event.after),
    before: kept(event.before),
    user_agent: agent === null ? null : redactText(agent.slice(0, 200).toWellFormed()).text,
  }
  return { event, ...random, details: canonicalText(details) }
}

function kept(value: unknown): unknown {
  if (value === undefined) return null
  const redacted = redactValue(value).value
  const size = JSON.stringify(redacted).length
  return size <= detailsMost ? redacted : { left_out: `${size} characters of JSON` }
}

/** The draft as the row after `previous`. @param at ms since the epoch */
export function linkRecord(draft: AuditDraft, previous: { seq: number; hash: string }, at: number): AuditRow {
  const { event, id, details, salt } = draft
  const header: AuditHeader = {
    v: 1,
    organization_id: event.organizationId,
    seq: previous.seq + 1,
    id,
    timestamp: new Date(at).toISOString(),
    action: event.action,
    actor: event.actor,
    target: event.target,
    request_id: event.requestId ?? null,
    details_commitment: contentCommitment(salt, details),
  }
  const record = canonicalText(header)
  return {
    organization_id: event.organizationId,
    seq: header.seq,
    id,
    at,
    action: event.action,
    actor_type: event.actor.type,
    actor_id: event.actor.id,
    target_type: event.target.type,
    target_id: event.target.id,
    record,
    details,
    salt,
    hash: linkHash(previous.hash, record),
  }
}
