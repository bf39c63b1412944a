import { drizzle } from 'drizzle-orm/d1'
import { members, organizations, projects } from '../../migrations/schema.ts'
import { statementOf } from '../audit/record-audit.ts'
import { newId } from '../auth/secrets.ts'
import type { OrganizationRow } from './find-organization.ts'

/** An organisation about to be made, with its owner and its first project. */
export interface NewOrganization {
  row: OrganizationRow
  projectId: string
  /** What makes it, for one transaction. */
  statements: D1PreparedStatement[]
}

/**
 * Drafts an organisation with one owner and one project, so that nobody begins with nothing. [O3]
 *
 * @param personal whether it is the owner's own, which nobody else joins
 * @param now ms since the epoch
 */
export function newOrganization(
  db: D1Database,
  { name, ownerId, personal }: { name: string; ownerId: string; personal: boolean },
  now: number,
): NewOrganization {
  const d1 = drizzle(db)
  const row: OrganizationRow = {
    id: newId('org_'),
    name,
    personalOf: personal ? ownerId : null,
    eraseTextsAfterDays: null,
    deleteRunsAfterDays: null,
    auditorsSeeTexts: true,
    createdAt: now,
  }
  const projectId = newId('prj_')
  const inserts = [
    d1.insert(organizations).values(row),
    d1.insert(members).values({ organizationId: row.id, userId: ownerId, role: 'owner', createdAt: now }),
    d1
      .insert(projects)
      .values({ id: projectId, organizationId: row.id, name: 'My first project', createdAt: now }),
  ]
  return { row, projectId, statements: inserts.map((insert) => statementOf(db, insert)) }
}
