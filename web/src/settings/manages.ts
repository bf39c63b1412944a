import type { Account } from '../api/calls.ts'

/** Whether the account manages an organisation. The server decides; the page only leaves out what it refuses. */
export function manages(account: Account, organizationId: string): boolean {
  const role = account.organizations.find(({ id }) => id === organizationId)?.role
  return role === 'owner' || role === 'admin'
}
