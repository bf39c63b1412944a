import { scopes, type KeyInput, type Scope } from '../../../protocol/key.ts'
import { Form, textOf, TextField } from '../parts/form.tsx'
import { createKey, type NewApiKey } from './calls.ts'

const scopeWords: Record<Scope, string> = {
  write: 'Write beats',
  read: 'Read its own runs',
  export: 'Export its own runs',
  project: 'Read and export every run of the project',
}

/** Makes a key with what it needs and no more. */
export function NewKeyForm({
  projectId,
  onMade,
}: {
  projectId: string
  onMade: (key: NewApiKey) => Promise<void>
}) {
  function send(values: FormData) {
    const days = Number(textOf(values, 'days'))
    const origins = textOf(values, 'origins')
      .split(/[\s,]+/u)
      .filter(Boolean)
    return createKey(projectId, {
      name: textOf(values, 'name'),
      mode: textOf(values, 'mode') === 'test' ? 'test' : 'live',
      scopes: scopes.filter((scope) => values.has(`scope-${scope}`)),
      on_severe: textOf(values, 'on_severe') as KeyInput['on_severe'],
      allowed_origins: origins,
      ...(days > 0 && { expires_at: new Date(Date.now() + days * 24 * 3600 * 1000).toISOString() }),
    })
  }
  return (
    <details class="more">
      <summary>New key</summary>
      <Form
        submit="Make the key"
        send={send}
        onDone={(key, form) => {
          form.reset()
          void onMade(key)
        }}
      >
        {(problem) => (
          <>
            <TextField
              label="Name"
              name="name"
              required
              maxLength={100}
              problem={problem}
              placeholder="Support bot"
            />
            <fieldset>
              <legend>It may</legend>
              {scopes.map((scope) => (
                <label key={scope} class="check">
                  <input type="checkbox" name={`scope-${scope}`} defaultChecked={scope !== 'project'} />
                  {scopeWords[scope]}
                </label>
              ))}
            </fieldset>
            <label class="text-field">
              <span>Kind</span>
              <select name="mode">
                <option value="live">Live: watches what serves people</option>
                <option value="test">Test</option>
              </select>
            </label>
            <label class="text-field">
              <span>On a severe beat</span>
              <select name="on_severe">
                <option value="hold">Mark the run as misaligned and go on recording</option>
                <option value="end">End the run; the next beat opens another</option>
                <option value="halt">Halt the key until a person releases it</option>
              </select>
            </label>
            <TextField
              label="Expires after days"
              name="days"
              type="number"
              min={1}
              max={3650}
              problem={problem}
              hint="Empty: never."
            />
            <TextField
              label="Pages that may post with it"
              name="origins"
              problem={problem}
              placeholder="https://app.example.com"
              hint="Origins, apart by blanks. Empty: none; a key in a page is seen by whoever opens it."
            />
          </>
        )}
      </Form>
    </details>
  )
}
