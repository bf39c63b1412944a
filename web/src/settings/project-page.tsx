import type { Account } from '../api/calls.ts'
import { go } from '../app/navigation.ts'
import { readAccount } from '../app/session.ts'
import { Blank } from '../parts/blank.tsx'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { Form, textOf, TextField } from '../parts/form.tsx'
import { changeProject, deleteProject } from './calls.ts'
import { KeysPanel } from './keys-panel.tsx'
import { manages } from './manages.ts'
import { PolicyPanel } from './policy-panel.tsx'
import { say } from './say.ts'
import { SettingsFrame } from './settings-frame.tsx'
import { ThresholdsForm } from './thresholds-form.tsx'

/** One project: its keys, its name, and the numbers its runs are judged by. */
export function ProjectPage({ account, projectId }: { account: Account; projectId: string }) {
  const project = account.projects.find(({ id }) => id === projectId)
  if (!project) {
    return (
      <SettingsFrame account={account} title="Project">
        <Blank title="There is no such project">
          <p>It was deleted, or belongs to an organisation that you are no member of.</p>
        </Blank>
      </SettingsFrame>
    )
  }
  const mayManage = manages(account, project.organization_id)

  async function remove() {
    if (!say(await deleteProject(projectId), 'The project is deleted.')) return
    await readAccount()
    go({ at: 'settings' })
  }

  return (
    <SettingsFrame account={account} title={project.name}>
      <KeysPanel projectId={projectId} mayManage={mayManage} />
      <PolicyPanel projectId={projectId} mayManage={mayManage} />
      {mayManage && (
        <>
          <section class="panel" aria-label="Name">
            <h2>Name</h2>
            <Form
              submit="Rename"
              send={(values) => changeProject(projectId, { name: textOf(values, 'name') })}
              onDone={() => void readAccount()}
            >
              {(problem) => (
                <TextField label="Name" name="name" required defaultValue={project.name} problem={problem} />
              )}
            </Form>
          </section>
          <ThresholdsForm projectId={projectId} />
          <section class="panel" aria-label="Delete">
            <h2>Delete</h2>
            <p class="quiet">
              A project whose runs have all ended can be deleted, with its keys, runs and their texts. What
              stays of each run is a tombstone: its id, its length and the head of its chain.
            </p>
            <div>
              <ConfirmButton
                label="Delete the project"
                question={`Delete ${project.name}?`}
                confirm="Delete it"
                onConfirm={() => void remove()}
              >
                Its keys stop working and its runs are gone for good. Export first what an auditor may ask
                for.
              </ConfirmButton>
            </div>
          </section>
        </>
      )}
    </SettingsFrame>
  )
}
