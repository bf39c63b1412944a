import type { Account } from '../api/calls.ts'
import { may, roleIn } from '../app/rights.ts'

/** Whether the account manages an organisation. The server decides; the page only leaves out what it refuses. */
export function manages(account: Account, organizationId: string): boolean {
  return may(roleIn(account, organizationId), 'org:update')
}
