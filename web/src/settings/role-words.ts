import type { Role } from '../../../protocol/organization.ts'

/** The roles as a person reads them, and what they are for. */
export const roleWords: Record<Role, { word: string; may: string }> = {
  owner: { word: 'Owner', may: 'everything' },
  admin: { word: 'Admin', may: 'everything but owners and deleting the organisation' },
  analyst: { word: 'Analyst', may: 'watch, pause, review, label, export' },
  viewer: { word: 'Viewer', may: 'watch' },
  auditor: { word: 'Auditor', may: 'read, export, and the audit log' },
}
