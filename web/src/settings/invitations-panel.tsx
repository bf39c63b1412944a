import { roles, type Organization } from '../../../protocol/organization.ts'
import { fullTime } from '../app/format.ts'
import { toast } from '../app/toasts.tsx'
import { Form, textOf, TextField } from '../parts/form.tsx'
import { Rows } from '../parts/rows.tsx'
import { invite, listInvitations, revokeInvitation } from './calls.ts'
import { roleWords } from './role-words.ts'
import { say } from './say.ts'
import { useLoaded } from './use-loaded.ts'

/** Asking people in, by mail. */
export function InvitationsPanel({ organization }: { organization: Organization }) {
  const invitations = useLoaded(() => listInvitations(organization.id), organization.id)
  const pending = (invitations.value.value ?? []).filter(({ status }) => status === 'pending')

  async function revoke(id: string) {
    if (say(await revokeInvitation(organization.id, id), 'The invitation is taken back.')) {
      await invitations.reload()
    }
  }

  return (
    <section class="panel" aria-label="Invitations">
      <h2>Invite somebody</h2>
      <Form
        submit="Send the invitation"
        send={(values) =>
          invite(
            organization.id,
            textOf(values, 'email'),
            roles.find((role) => role === values.get('role')) ?? 'viewer',
          )
        }
        onDone={({ email }, form) => {
          form.reset()
          toast(`${email} is invited, for seven days.`)
          void invitations.reload()
        }}
      >
        {(problem) => (
          <>
            <TextField label="E-mail" name="email" type="email" required problem={problem} />
            <label class="text-field">
              <span>Role</span>
              <select name="role">
                {roles.toReversed().map((role) => (
                  <option key={role} value={role} selected={role === 'viewer'}>
                    {roleWords[role].word}: {roleWords[role].may}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
      </Form>
      {pending.length > 0 && (
        <Rows heads={['Invited', 'As', 'Until']} actions>
          {pending.map(({ id, email, role, expires_at }) => (
            <tr key={id}>
              <td>{email}</td>
              <td data-head="As">{roleWords[role].word}</td>
              <td data-head="Until">{fullTime(Date.parse(expires_at))}</td>
              <td class="row-actions">
                <button type="button" class="button button-small" onClick={() => void revoke(id)}>
                  Take back
                </button>
              </td>
            </tr>
          ))}
        </Rows>
      )}
    </section>
  )
}
