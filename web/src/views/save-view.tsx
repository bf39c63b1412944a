import { useState } from 'preact/hooks'
import type { Account } from '../api/calls.ts'
import { save } from './views-store.ts'

/** Keeps what is on screen under a name. */
export function SaveView({ account, address }: { account: Account; address: string }) {
  const [name, setName] = useState('')
  const [organizationId, setOrganizationId] = useState(account.organizations[0]?.id ?? '')
  const [busy, setBusy] = useState(false)
  if (!address.startsWith('/simulator') || organizationId === '') return null

  async function keep() {
    setBusy(true)
    const saved = await save({
      organization_id: organizationId,
      name,
      address,
      shared: false,
      is_default: false,
    })
    setBusy(false)
    if (saved) setName('')
  }

  return (
    <form
      class="save-view"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <label class="field">
        <span class="only-read">Name of the view</span>
        <input
          type="text"
          required
          maxLength={80}
          placeholder="Name what is on screen"
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      {account.organizations.length > 1 && (
        <label class="field">
          <span class="only-read">Organisation</span>
          <select
            value={organizationId}
            onChange={({ currentTarget }) => setOrganizationId(currentTarget.value)}
          >
            {account.organizations.map((organization) => (
              <option key={organization.id} value={organization.id}>
                {organization.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" class="button" disabled={busy || name.trim() === ''}>
        Save
      </button>
    </form>
  )
}
