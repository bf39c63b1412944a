import { useSignal } from '@preact/signals'
import type { ProjectPolicy } from '../../../protocol/project-policy.ts'
import { getPolicy } from '../api/calls.ts'
import type { Failure } from '../api/request.ts'
import { plural } from '../app/format.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { Rows } from '../parts/rows.tsx'
import { putPolicy, resetPolicy } from './calls.ts'
import { say } from './say.ts'
import { useLoaded } from './use-loaded.ts'

/** A document to begin with: the shipped policy, with one rule added. */
const start = {
  id: 'my.policy',
  version: '1.0.0',
  extends: 'custos.default',
  overrides: {},
  rules: [
    {
      id: 'my.promises',
      title: 'Promises a discount',
      severity: 'medium',
      target: 'response',
      when: { keywords: ['I can offer you a discount'] },
      remediation: 'Tell the model that it may not promise prices.',
      examples: {
        fires: [{ response: 'I can offer you a discount of ten percent.' }],
        silent: [{ response: 'Prices are on our page.' }],
      },
    },
  ],
}

/** The rules that a project's beats are judged under, and a place to change them. */
export function PolicyPanel({ projectId, mayManage }: { projectId: string; mayManage: boolean }) {
  const policy = useLoaded(() => getPolicy(projectId), projectId)
  const draft = useSignal<string | null>(null)
  const shown = policy.value.value
  if (shown === null) return null
  const { effective } = shown

  async function reset() {
    if (!say(await resetPolicy(projectId), 'Back to the shipped policy.')) return
    draft.value = null
    await policy.reload()
  }

  return (
    <section class="panel" aria-label="Policy">
      <h2>Policy</h2>
      <p class="quiet">
        {shown.policy === null ? 'The shipped policy' : 'A policy of its own'}: <code>{effective.id}</code>{' '}
        {effective.version}, {plural(effective.rules.length, 'rule')}.
      </p>
      <Rules rules={effective.rules} />
      {mayManage &&
        (draft.value === null ? (
          <div class="form-foot">
            <button
              type="button"
              class="button"
              onClick={() => (draft.value = JSON.stringify(shown.policy ?? start, null, 2))}
            >
              {shown.policy === null ? 'Write a policy' : 'Edit the policy'}
            </button>
            {shown.policy !== null && (
              <ConfirmButton
                label="Back to the shipped policy"
                question="Go back to the shipped policy?"
                confirm="Go back"
                class="button"
                onConfirm={() => void reset()}
              >
                The project’s own document is dropped. Beats that were judged under it keep their verdicts.
              </ConfirmButton>
            )}
          </div>
        ) : (
          <Editor
            projectId={projectId}
            text={draft.value}
            onText={(text) => (draft.value = text)}
            onClose={(saved) => {
              draft.value = null
              if (saved) void policy.reload()
            }}
          />
        ))}
    </section>
  )
}

function Rules({ rules }: { rules: ProjectPolicy['effective']['rules'] }) {
  return (
    <details class="more">
      <summary>See the rules</summary>
      <Rows heads={['Rule', 'What it finds', 'Severity', 'Action']}>
        {rules.map(({ id, title, severity, action }) => (
          <tr key={id}>
            <td>
              <code>{id}</code>
            </td>
            <td>{title}</td>
            <td>{severity}</td>
            <td>{action}</td>
          </tr>
        ))}
      </Rows>
    </details>
  )
}

interface EditorProps {
  projectId: string
  text: string
  onText: (text: string) => void
  onClose: (saved: boolean) => void
}

function Editor({ projectId, text, onText, onClose }: EditorProps) {
  const problem = useSignal<Pick<Failure, 'title' | 'detail'> | null>(null)
  const busy = useSignal(false)

  async function save() {
    let document: unknown
    try {
      document = JSON.parse(text)
    } catch (error) {
      problem.value = { title: 'This is no JSON', detail: error instanceof Error ? error.message : '' }
      return
    }
    busy.value = true
    const outcome = await putPolicy(projectId, document)
    busy.value = false
    problem.value = outcome.ok ? null : outcome.problem
    if (say(outcome, 'In force within seconds.')) onClose(true)
  }

  return (
    <div class="form policy-editor">
      <label class="text-field">
        <span>Policy document</span>
        <textarea
          rows={22}
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
      </label>
      {problem.value && (
        <p class="notice notice-warn" role="alert">
          <strong>{problem.value.title}.</strong> {problem.value.detail}
        </p>
      )}
      <div class="form-foot">
        <button type="button" class="button button-main" disabled={busy.value} onClick={() => void save()}>
          {busy.value ? 'Checking its patterns and examples…' : 'Put in force'}
        </button>
        <button type="button" class="button" onClick={() => onClose(false)}>
          Cancel
        </button>
      </div>
    </div>
  )
}
