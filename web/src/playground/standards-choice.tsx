import type { Account } from '../api/calls.ts'

interface StandardsChoiceProps {
  account: Account
  /** Id of a project; null for what ships. */
  chosen: string | null
  onChoose: (projectId: string | null) => void
}

/** By whose policy and thresholds a draft is judged. */
export function StandardsChoice({ account, chosen, onChoose }: StandardsChoiceProps) {
  const isOne = new Set(account.projects.map((project) => project.organization_id)).size === 1
  const organizationOf = (id: string) => account.organizations.find((one) => one.id === id)?.name ?? ''
  return (
    <label class="field">
      <span>Judged as in</span>
      <select
        value={chosen ?? ''}
        onChange={({ currentTarget }) => onChoose(currentTarget.value === '' ? null : currentTarget.value)}
      >
        {account.projects.map(({ id, name, organization_id }) => (
          <option key={id} value={id}>
            {isOne ? name : `${organizationOf(organization_id)}: ${name}`}
          </option>
        ))}
        <option value="">the shipped policy</option>
      </select>
    </label>
  )
}
