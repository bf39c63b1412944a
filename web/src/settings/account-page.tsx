import { useSignal } from '@preact/signals'
import type { Account } from '../api/calls.ts'
import { fullTime } from '../app/format.ts'
import { go } from '../app/navigation.ts'
import { leave, readAccount } from '../app/session.ts'
import { toast } from '../app/toasts.tsx'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Form, secretOf, textOf, TextField } from '../parts/form.tsx'
import { NewPasswordField, PasswordField } from '../parts/person-fields.tsx'
import { Rows } from '../parts/rows.tsx'
import {
  changePassword,
  createOrganization,
  createToken,
  deleteAccount,
  listSessions,
  renamePerson,
  revokeSession,
} from './calls.ts'
import { say } from './say.ts'
import { SettingsFrame } from './settings-frame.tsx'
import { useLoaded, type Loaded } from './use-loaded.ts'
import type { SessionInfo } from './calls.ts'

/** The person: name, password, where they are signed in, tokens, and the way out. */
export function AccountPage({ account }: { account: Account }) {
  const sessions = useLoaded(listSessions, account.user.id)
  return (
    <SettingsFrame account={account} title="Account">
      <section class="panel" aria-label="You">
        <h2>You</h2>
        <p class="quiet">{account.user.email}</p>
        <Form
          submit="Save"
          send={(values) => renamePerson(textOf(values, 'name'))}
          onDone={() => {
            toast('Saved.')
            void readAccount()
          }}
        >
          {(problem) => (
            <TextField
              label="Name"
              name="name"
              required
              autocomplete="name"
              defaultValue={account.user.name}
              problem={problem}
            />
          )}
        </Form>
      </section>
      <Password sessions={sessions} />
      <Sessions sessions={sessions} />
      <Tokens sessions={sessions} />
      <section class="panel" aria-label="Organisations">
        <h2>Another organisation</h2>
        <Form
          submit="Create"
          send={(values) => createOrganization(textOf(values, 'name'))}
          onDone={async ({ id }) => {
            await readAccount()
            go({ at: 'settings-organization', organizationId: id })
          }}
        >
          {(problem) => (
            <TextField label="Name" name="name" required problem={problem} hint="You will be its owner." />
          )}
        </Form>
      </section>
      <YourData account={account} />
    </SettingsFrame>
  )
}

function Password({ sessions }: { sessions: Loaded<SessionInfo[]> }) {
  return (
    <section class="panel" aria-label="Password">
      <h2>Password</h2>
      <Form
        submit="Change password"
        send={(values) => changePassword(secretOf(values, 'current'), secretOf(values, 'password'))}
        onDone={(_, form) => {
          form.reset()
          toast('Changed. Every other session is signed out.')
          void sessions.reload()
        }}
      >
        {(problem) => (
          <>
            <PasswordField label="Current password" name="current" problem={problem} />
            <NewPasswordField problem={problem} />
          </>
        )}
      </Form>
    </section>
  )
}

function Sessions({ sessions }: { sessions: Loaded<SessionInfo[]> }) {
  async function end(id: string) {
    if (say(await revokeSession(id), 'Ended.')) await sessions.reload()
  }
  const list = sessions.value.value ?? []
  return (
    <section class="panel" aria-label="Sessions and tokens">
      <h2>Where you are signed in</h2>
      {list.length > 0 && (
        <Rows heads={['What', 'From', 'Since', 'Last used']} actions>
          {list.map((one) => (
            <tr key={one.id}>
              <td>
                {one.kind === 'token' ? `Token ${one.name ?? ''}` : 'Session'}
                {one.current && <span class="tag">this one</span>}
              </td>
              <td data-head="From">
                {one.address ?? '–'} <span class="quiet">{one.user_agent ?? ''}</span>
              </td>
              <td data-head="Since">{fullTime(Date.parse(one.created_at))}</td>
              <td data-head="Last used">
                {one.last_used_at === null ? '–' : fullTime(Date.parse(one.last_used_at))}
              </td>
              <td class="row-actions">
                {!one.current && (
                  <button type="button" class="button button-small" onClick={() => void end(one.id)}>
                    {one.kind === 'token' ? 'Revoke' : 'Sign out'}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </Rows>
      )}
    </section>
  )
}

function Tokens({ sessions }: { sessions: Loaded<SessionInfo[]> }) {
  const made = useSignal<string | null>(null)
  return (
    <section class="panel" aria-label="New token">
      <h2>New token</h2>
      <p class="quiet">
        For the command line: it may do what you may do. A pipeline needs an API key instead.
      </p>
      {made.value !== null && (
        <div role="status">
          <p>Copy the token now. It is not shown again.</p>
          <div class="secret-once">
            <code>{made.value}</code>
            <CopyButton text={() => made.peek() ?? ''} label="Copy token" />
          </div>
        </div>
      )}
      <Form
        submit="Make the token"
        send={(values) => createToken(textOf(values, 'name'), Number(textOf(values, 'days')) || null)}
        onDone={({ token }, form) => {
          form.reset()
          made.value = token
          void sessions.reload()
        }}
      >
        {(problem) => (
          <>
            <TextField label="Name" name="name" required problem={problem} placeholder="My laptop" />
            <TextField
              label="Expires after days"
              name="days"
              type="number"
              min={1}
              max={3650}
              hint="Empty: never."
              problem={problem}
            />
          </>
        )}
      </Form>
    </section>
  )
}

function YourData({ account }: { account: Account }) {
  return (
    <section class="panel" aria-label="Your data">
      <h2>Your data</h2>
      <div>
        <a class="button" href="/account/export/" download>
          Export everything about you
        </a>
      </div>
      <details class="more">
        <summary>Delete the account</summary>
        <p class="quiet">
          Your name, address, sessions and personal organisation are deleted for good. An organisation that
          would be left without an owner has to be handed over or deleted first.
        </p>
        <Form
          submit="Delete my account"
          send={(values) => deleteAccount(secretOf(values, 'password'), textOf(values, 'confirm'))}
          onDone={() => {
            toast('Your account is deleted.')
            void leave()
          }}
        >
          {(problem) => (
            <>
              <TextField
                label="Your e-mail address, to be sure"
                name="confirm"
                type="email"
                required
                placeholder={account.user.email}
                problem={problem}
              />
              <PasswordField required={false} problem={problem} />
            </>
          )}
        </Form>
      </details>
      <div>
        <ConfirmButton
          label="Sign out"
          question="Sign out?"
          confirm="Sign out"
          class="button"
          onConfirm={() => void leave()}
        >
          Open traces are closed too.
        </ConfirmButton>
      </div>
    </section>
  )
}
