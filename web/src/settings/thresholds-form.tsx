import type { Project } from '../../../protocol/organization.ts'
import type { ProjectSettings } from '../../../protocol/run.ts'
import type { Failure } from '../api/request.ts'
import { readAccount } from '../app/session.ts'
import { toast } from '../app/toasts.tsx'
import { Form, textOf, TextField } from '../parts/form.tsx'
import { changeProject, getProject } from './calls.ts'
import { useLoaded } from './use-loaded.ts'

type Numbers = Exclude<keyof ProjectSettings, 'baseline_run_id' | 'policy'>

const fields: { name: Numbers; label: string; hint: string; step: string }[] = [
  { name: 'green_from', label: 'Green from', hint: 'Score', step: '0.01' },
  { name: 'yellow_from', label: 'Yellow from', hint: 'Score; below it is red', step: '0.01' },
  {
    name: 'warn_mean_below',
    label: 'Warn below an average of',
    hint: 'Of the last 100 scores',
    step: '0.01',
  },
  {
    name: 'recover_mean_from',
    label: 'Recover from an average of',
    hint: 'Of the last 100 scores',
    step: '0.01',
  },
  { name: 'warn_hrv_above', label: 'Warn above an HRV of', hint: 'Over the last 20 scores', step: '0.01' },
  { name: 'recover_hrv_to', label: 'Recover to an HRV of', hint: 'Over the last 20 scores', step: '0.01' },
  { name: 'warn_after_beats', label: 'Warn after', hint: 'Beats, at the earliest', step: '1' },
  {
    name: 'silent_after_s',
    label: 'Pause when silent for',
    hint: 'Seconds without a sign of life',
    step: '1',
  },
  { name: 'end_after_s', label: 'End when silent for', hint: 'Seconds', step: '1' },
  { name: 'drift_delta', label: 'Drift allowance', hint: 'Of the Page–Hinkley test', step: '0.001' },
  { name: 'drift_lambda', label: 'Drift threshold', hint: 'Of the Page–Hinkley test', step: '0.1' },
  {
    name: 'drift_psi_above',
    label: 'Drift from the baseline above',
    hint: 'Population stability index',
    step: '0.01',
  },
]

/** The numbers that a project's runs are judged by. They hold from the next beat on. */
export function ThresholdsForm({ projectId }: { projectId: string }) {
  const project = useLoaded(() => getProject(projectId), projectId)
  const shown = project.value.value
  if (shown === null) return null
  return (
    <section class="panel" aria-label="Thresholds">
      <h2>Thresholds</h2>
      <p class="quiet">They hold for open runs too, from the next beat on, within seconds.</p>
      <Form
        submit="Save thresholds"
        send={(values) => changeProject(projectId, { settings: read(values, shown) })}
        onDone={() => {
          toast('Saved.')
          void project.reload()
          void readAccount()
        }}
      >
        {(problem) => (
          <>
            <div class="settings-grid">
              {fields.map(({ name, label, hint, step }) => (
                <TextField
                  key={name}
                  label={label}
                  name={name}
                  type="number"
                  step={step}
                  required
                  defaultValue={shown.settings[name]}
                  hint={hint}
                  problem={inField(problem, name)}
                />
              ))}
            </div>
            <TextField
              label="Baseline run"
              name="baseline_run_id"
              defaultValue={shown.settings.baseline_run_id ?? ''}
              hint="Id of a run of this project that is known to be good; drift is measured against it. Empty: none."
              problem={inField(problem, 'baseline_run_id')}
            />
          </>
        )}
      </Form>
    </section>
  )
}

/** The server names a setting by its path. */
function inField(problem: Failure | null, name: string): Failure | null {
  if (problem === null) return null
  const errors = problem.errors.map((error) => ({ ...error, field: error.field.replace(/^settings\./u, '') }))
  return { ...problem, errors: errors.filter(({ field }) => field === name) }
}

function read(values: FormData, { settings }: Project): ProjectSettings {
  const numbers = Object.fromEntries(fields.map(({ name }) => [name, Number(textOf(values, name))]))
  return { ...settings, ...numbers, baseline_run_id: textOf(values, 'baseline_run_id') || null }
}
