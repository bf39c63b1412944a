import { ProblemError } from '../http/problem-error.ts'

/** What somebody was when a change was decided. */
export interface HeldRole {
  userId: string
  role: string
}

/**
 * Fails its transaction, by the column's NOT NULL, unless everybody named still is what they were when it was
 * decided: who is made an owner meanwhile is not removed by an admin, and who is no admin any more removes nobody.
 */
export function rolesStand(
  db: D1Database,
  organizationId: string,
  decider: HeldRole,
  member: HeldRole,
): D1PreparedStatement {
  return db
    .prepare(
      // A row that is there whoever was removed meanwhile: an update without a row would fail nothing.
      `UPDATE organizations SET name = CASE
         WHEN EXISTS (SELECT 1 FROM members WHERE organization_id = ?1 AND user_id = ?2 AND role = ?3)
          AND EXISTS (SELECT 1 FROM members WHERE organization_id = ?1 AND user_id = ?4 AND role = ?5)
         THEN name END WHERE id = ?1`,
    )
    .bind(organizationId, decider.userId, decider.role, member.userId, member.role)
}

/**
 * Fails its transaction, by the column's NOT NULL, when the organisation has no owner beside this member: two
 * owners who leave at the same moment can't both be the one who may.
 */
export function ownerStays(db: D1Database, organizationId: string, userId: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE members SET role = CASE WHEN role <> 'owner' OR EXISTS (
         SELECT 1 FROM members AS other WHERE other.organization_id = ?1 AND other.user_id <> ?2
           AND other.role = 'owner') THEN role END
       WHERE organization_id = ?1 AND user_id = ?2`,
    )
    .bind(organizationId, userId)
}

/** What a transaction that a guard failed is answered with; what it threw itself, when none did. */
export function guardRefusal(error: unknown, ofLastOwner: string): unknown {
  const failed = (column: string) =>
    error instanceof Error && error.message.includes(`NOT NULL constraint failed: ${column}`)
  if (failed('members.role')) return new ProblemError('conflict', ofLastOwner)
  if (failed('organizations.name')) {
    return new ProblemError('conflict', 'The roles here were changed at the same moment: look at them again.')
  }
  return error
}
