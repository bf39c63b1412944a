import { roles, type Member, type Organization, type Role } from '../../../protocol/organization.ts'
import type { Account } from '../api/calls.ts'
import { go } from '../app/navigation.ts'
import { may } from '../app/rights.ts'
import { readAccount } from '../app/session.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { Rows } from '../parts/rows.tsx'
import { changeMember, listMembers, removeMember } from './calls.ts'
import { roleWords } from './role-words.ts'
import { say } from './say.ts'
import { useLoaded } from './use-loaded.ts'

/** Who belongs to an organisation, and as what. */
export function MembersPanel({ account, organization }: { account: Account; organization: Organization }) {
  const members = useLoaded(() => listMembers(organization.id), organization.id)
  const manages = may(organization.role, 'member:update')

  async function setRole(member: Member, role: Role) {
    say(
      await changeMember(organization.id, member.user_id, role),
      `${member.name} is ${roleWords[role].word} now.`,
    )
    await members.reload()
    void readAccount()
  }
  async function remove(member: Member) {
    const self = member.user_id === account.user.id
    const gone = say(
      await removeMember(organization.id, member.user_id),
      self ? `You left ${organization.name}.` : `${member.name} is no member any more.`,
    )
    if (!gone) return
    await readAccount()
    if (self) go({ at: 'settings' })
    else await members.reload()
  }

  return (
    <section class="panel" aria-label="Members">
      <h2>Members</h2>
      {members.problem.value && (
        <p class="notice notice-warn">
          {members.problem.value.title}. {members.problem.value.detail}
        </p>
      )}
      <Rows heads={['Name', 'E-mail', 'Role']} actions>
        {(members.value.value ?? []).map((member) => {
          const self = member.user_id === account.user.id
          return (
            <tr key={member.user_id}>
              <td>
                {member.name} {self && <span class="tag">you</span>}
              </td>
              <td>{member.email}</td>
              <td>
                {manages && !organization.personal ? (
                  <RolePicker
                    label={`Role of ${member.name}`}
                    value={member.role}
                    onChange={(role) => void setRole(member, role)}
                  />
                ) : (
                  roleWords[member.role].word
                )}
              </td>
              <td class="row-actions">
                {!organization.personal && (manages || self) && (
                  <ConfirmButton
                    label={self ? 'Leave' : 'Remove'}
                    question={self ? `Leave ${organization.name}?` : `Remove ${member.name}?`}
                    confirm={self ? 'Leave' : 'Remove'}
                    onConfirm={() => void remove(member)}
                  >
                    {self
                      ? 'You will see nothing of it any more, until somebody invites you again.'
                      : 'They see nothing of the organisation any more; open traces are closed.'}
                  </ConfirmButton>
                )}
              </td>
            </tr>
          )
        })}
      </Rows>
    </section>
  )
}

interface RolePickerProps {
  label: string
  value: Role
  onChange: (role: Role) => void
}

function RolePicker({ label, value, onChange }: RolePickerProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => {
        const role = roles.find((one) => one === currentTarget.value)
        if (role && role !== value) onChange(role)
      }}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {roleWords[role].word}
        </option>
      ))}
    </select>
  )
}
