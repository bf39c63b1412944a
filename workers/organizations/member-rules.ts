import type { Role } from '../../protocol/index.ts'

/** Whether somebody may make another person this, or take it from them: only owners deal in ownership. [O5] */
export function mayGrant(granter: Role, role: Role): boolean {
  if (granter === 'owner') return true
  return granter === 'admin' && role !== 'owner'
}
