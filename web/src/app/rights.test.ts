import { expect, it } from 'vitest'
import { byRole } from '../../../protocol/access.ts'
import { roles } from '../../../protocol/organization.ts'
import type { Account } from '../api/calls.ts'
import { may, rightsIn } from './rights.ts'

it.each(roles)('[O4] offers a %s what the server grants, and nobody anything', (role) => {
  const account = {
    organizations: [{ id: 'org_1', role }],
    projects: [{ id: 'prj_1', organization_id: 'org_1' }],
  } as unknown as Account
  const granted = (list: readonly string[]) => list.includes(role)
  expect(rightsIn(account, { project_id: 'prj_1' })).toEqual({
    order: granted(byRole['run:order']),
    export: granted(byRole['run:export']),
  })
  expect(rightsIn(account, { project_id: 'prj_2' })).toEqual({ order: false, export: false })
  expect(may(undefined, 'run:read')).toBe(false)
})
