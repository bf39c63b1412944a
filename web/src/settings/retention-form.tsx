import type { Organization } from '../../../protocol/organization.ts'
import { Form, textOf, TextField } from '../parts/form.tsx'
import { changeOrganization } from './calls.ts'

/** How long an organisation keeps what, and who is shown the texts. */
export function RetentionForm({
  organization,
  onSaved,
}: {
  organization: Organization
  onSaved: () => void
}) {
  return (
    <section class="panel" aria-label="Retention">
      <h2>Retention</h2>
      <p class="quiet">
        Erasing a text keeps its verdict and its place in the chain; a deleted run leaves a tombstone.
      </p>
      <Form
        submit="Save"
        send={(values) =>
          changeOrganization(organization.id, {
            erase_texts_after_days: days(values, 'erase_texts_after_days'),
            delete_runs_after_days: days(values, 'delete_runs_after_days'),
            auditors_see_texts: values.has('auditors_see_texts'),
          })
        }
        onDone={onSaved}
      >
        {(problem) => (
          <>
            <TextField
              label="Erase texts after days"
              name="erase_texts_after_days"
              type="number"
              min={1}
              max={36_500}
              defaultValue={organization.erase_texts_after_days ?? ''}
              hint="Empty: never."
              problem={problem}
            />
            <TextField
              label="Delete ended runs after days"
              name="delete_runs_after_days"
              type="number"
              min={1}
              max={36_500}
              defaultValue={organization.delete_runs_after_days ?? ''}
              hint="Empty: never."
              problem={problem}
            />
            <label class="check">
              <input
                type="checkbox"
                name="auditors_see_texts"
                defaultChecked={organization.auditors_see_texts}
              />
              Auditors see the texts, not only what proves them
            </label>
          </>
        )}
      </Form>
    </section>
  )
}

function days(values: FormData, name: string): number | null {
  return Number(textOf(values, name)) || null
}
