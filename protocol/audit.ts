import * as z from 'zod'

/** What the audit log knows of: `<thing>.<deed>`. Added to, never renamed. */
export const auditActions = [
  'account.create',
  'account.update',
  'account.delete',
  'account.export',
  'session.create',
  'session.refuse',
  'session.revoke',
  'token.create',
  'token.revoke',
  'email.verify',
  'password.change',
  'password.reset',
  'organization.create',
  'organization.update',
  'organization.delete',
  'organization.export',
  'member.add',
  'member.update',
  'member.remove',
  'invitation.create',
  'invitation.revoke',
  'invitation.accept',
  'project.create',
  'project.update',
  'policy.update',
  'project.delete',
  'project.export',
  'key.create',
  'key.update',
  'key.rotate',
  'key.revoke',
  'run.start',
  'run.pause',
  'run.resume',
  'run.end',
  'run.export',
  'run.delete',
  'incident.update',
  'incident.export',
  'view.create',
  'view.update',
  'view.delete',
  'audit.export',
] as const
export const auditActionSchema = z.enum(auditActions)
export type AuditAction = z.infer<typeof auditActionSchema>

/**
 * What is hashed of a record. What it says about people and things beyond their ids stands in the details, to
 * which it only commits, so that they can be erased.
 */
export const auditHeaderSchema = z.object({
  v: z.literal(1),
  organization_id: z.string(),
  seq: z.int().min(1),
  id: z.string(),
  timestamp: z.iso.datetime(),
  action: auditActionSchema,
  actor: z.object({ type: z.enum(['user', 'key', 'system']), id: z.string().nullable() }),
  target: z.object({ type: z.string(), id: z.string().nullable() }),
  request_id: z.string().nullable(),
  details_commitment: z.string(),
})
export type AuditHeader = z.infer<typeof auditHeaderSchema>

/** What can be erased of a record. */
export const auditDetailsSchema = z.object({
  address: z.string().nullable(),
  after: z.unknown(),
  before: z.unknown(),
  user_agent: z.string().nullable(),
})
export type AuditDetails = z.infer<typeof auditDetailsSchema>

/** A record as it is read; `details` is null once they are erased. */
export const auditRecordSchema = auditHeaderSchema.extend({
  details: auditDetailsSchema.nullable(),
  hash: z.string(),
})
export type AuditRecord = z.infer<typeof auditRecordSchema>
