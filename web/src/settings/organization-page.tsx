import type { Organization } from '../../../protocol/organization.ts'
import type { Account } from '../api/calls.ts'
import { go } from '../app/navigation.ts'
import { may } from '../app/rights.ts'
import { readAccount } from '../app/session.ts'
import { toast } from '../app/toasts.tsx'
import { Blank } from '../parts/blank.tsx'
import { Form, textOf, TextField } from '../parts/form.tsx'
import { changeOrganization, createProject, deleteOrganization, getOrganization } from './calls.ts'
import { InvitationsPanel } from './invitations-panel.tsx'
import { manages } from './manages.ts'
import { MembersPanel } from './members-panel.tsx'
import { RetentionForm } from './retention-form.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import { useLoaded } from './use-loaded.ts'

/** One organisation: its people, its projects, how long it keeps what. */
export function OrganizationPage({ account, organizationId }: { account: Account; organizationId: string }) {
  const organization = useLoaded(() => getOrganization(organizationId), organizationId)
  const shown = organization.value.value
  if (shown === null) {
    const problem = organization.problem.value
    return (
      <SettingsFrame account={account} title="Organisation">
        {problem ? (
          <Blank title={problem.title}>
            <p>{problem.detail}</p>
          </Blank>
        ) : (
          <Blank title="Opening…" line="busy" />
        )}
      </SettingsFrame>
    )
  }
  const mayManage = manages(account, organizationId)
  const changed = () => {
    toast('Saved.')
    void organization.reload()
    void readAccount()
  }
  return (
    <SettingsFrame account={account} title={shown.name}>
      <MembersPanel account={account} organization={shown} />
      {mayManage && !shown.personal && <InvitationsPanel organization={shown} />}
      {mayManage && (
        <>
          <NewProject organizationId={organizationId} />
          <section class="panel" aria-label="Name">
            <h2>Name</h2>
            <Form
              submit="Rename"
              send={(values) => changeOrganization(organizationId, { name: textOf(values, 'name') })}
              onDone={changed}
            >
              {(problem) => (
                <TextField label="Name" name="name" required defaultValue={shown.name} problem={problem} />
              )}
            </Form>
          </section>
          <RetentionForm organization={shown} onSaved={changed} />
          <section class="panel" aria-label="Data">
            <h2>Data</h2>
            <div>
              <a class="button" href={`/organizations/${encodeURIComponent(shown.id)}/export/`} download>
                Export the whole organisation
              </a>
            </div>
            {may(shown.role, 'org:delete') && !shown.personal && <DeleteOrganization organization={shown} />}
          </section>
        </>
      )}
    </SettingsFrame>
  )
}

function NewProject({ organizationId }: { organizationId: string }) {
  return (
    <section class="panel" aria-label="New project">
      <h2>New project</h2>
      <p class="quiet">A project groups keys and runs that are judged by the same numbers.</p>
      <Form
        submit="Create"
        send={(values) => createProject(organizationId, textOf(values, 'name'))}
        onDone={async ({ id }) => {
          await readAccount()
          go({ at: 'settings-project', projectId: id })
        }}
      >
        {(problem) => <TextField label="Name" name="name" required problem={problem} />}
      </Form>
    </section>
  )
}

function DeleteOrganization({ organization }: { organization: Organization }) {
  return (
    <details class="more">
      <summary>Delete the organisation</summary>
      <p class="quiet">
        Its projects, keys, runs, texts, incidents and members’ rights are deleted for good. Export first what
        an auditor may ask for.
      </p>
      <Form
        submit="Delete for good"
        send={(values) => deleteOrganization(organization.id, textOf(values, 'confirm'))}
        onDone={async () => {
          toast(`${organization.name} is deleted.`)
          await readAccount()
          go({ at: 'settings' })
        }}
      >
        {(problem) => (
          <TextField
            label="The organisation’s name, to be sure"
            name="confirm"
            required
            placeholder={organization.name}
            problem={problem}
          />
        )}
      </Form>
    </details>
  )
}
