import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { ApiKey } from '../../../protocol/key.ts'
import { fullTime } from '../app/format.ts'
import { readAccount } from '../app/session.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Rows } from '../parts/rows.tsx'
import { changeKey, listKeys, revokeKey, rotateKey, type NewApiKey } from './calls.ts'
import { NewKeyForm } from './new-key-form.tsx'
import { say } from './say.ts'
import { useLoaded, type Loaded } from './use-loaded.ts'

/** For how long the old secret works beside the new one, hours. */
const overlapHours = 24

/** The keys of a project: make, rename, rotate, revoke. */
export function KeysPanel({ projectId, mayManage }: { projectId: string; mayManage: boolean }) {
  const keys = useLoaded(() => listKeys(projectId), projectId)
  const shown = useSignal<NewApiKey | null>(null)

  async function changed(key?: NewApiKey) {
    if (key) shown.value = key
    await keys.reload()
    void readAccount()
  }

  const living = keys.value.value?.filter(({ revoked_at }) => revoked_at === null) ?? []
  return (
    <section class="panel" aria-label="API keys">
      <h2>API keys</h2>
      {shown.value && <SecretOnce key={shown.value.key} made={shown.value} />}
      {keys.problem.value && (
        <p class="notice notice-warn">
          {keys.problem.value.title}. {keys.problem.value.detail}
        </p>
      )}
      {keys.value.value !== null && living.length === 0 && <p class="quiet">No key yet.</p>}
      {living.length > 0 && (
        <Rows heads={['Name', 'Key', 'May', 'On a severe beat', 'Last used']} actions={mayManage}>
          {living.map((key) => (
            <KeyRow key={key.id} apiKey={key} mayManage={mayManage} keys={keys} onRotated={changed} />
          ))}
        </Rows>
      )}
      {mayManage && <NewKeyForm projectId={projectId} onMade={changed} />}
    </section>
  )
}

interface KeyRowProps {
  apiKey: ApiKey
  mayManage: boolean
  keys: Loaded<ApiKey[]>
  onRotated: (key?: NewApiKey) => Promise<void>
}

const severeWords: Record<ApiKey['on_severe'], string> = {
  hold: 'mark the run',
  end: 'end the run',
  halt: 'halt the key',
}

function KeyRow({ apiKey: key, mayManage, keys, onRotated }: KeyRowProps) {
  async function rename(name: string) {
    if (name === '' || name === key.name) return
    if (say(await changeKey(key.id, { name }), 'Renamed.')) await onRotated()
  }
  async function rotate() {
    const outcome = await rotateKey(key.id, overlapHours)
    if (say(outcome, 'Rotated. Put the new key in place within a day.') && outcome.ok) {
      await onRotated(outcome.value)
    }
  }
  async function revoke() {
    if (say(await revokeKey(key.id), 'Revoked. It stops working within seconds.')) await keys.reload()
    void readAccount()
  }
  return (
    <tr>
      <td>
        {mayManage ? (
          <input
            class="in-place"
            aria-label={`Name of ${key.prefix}`}
            value={key.name}
            maxLength={100}
            onChange={({ currentTarget }) => void rename(currentTarget.value.trim())}
          />
        ) : (
          key.name
        )}
      </td>
      <td>
        <code>{key.prefix}…</code>
        {key.previous_until !== null && Date.parse(key.previous_until) > Date.now() && (
          <span class="quiet"> the old one until {fullTime(Date.parse(key.previous_until))}</span>
        )}
        {key.expires_at !== null && (
          <span class="quiet"> expires {fullTime(Date.parse(key.expires_at))}</span>
        )}
      </td>
      <td data-head="May">{key.scopes.join(', ')}</td>
      <td data-head="On a severe beat">{severeWords[key.on_severe]}</td>
      <td data-head="Last used">
        {key.last_used_at === null ? 'never' : fullTime(Date.parse(key.last_used_at))}
      </td>
      {mayManage && (
        <td class="row-actions">
          <ConfirmButton
            label="Rotate"
            question={`Rotate ${key.name || key.prefix}?`}
            confirm="Make a new secret"
            onConfirm={() => void rotate()}
          >
            A new secret is made and shown once. The old one goes on working for {overlapHours} hours, so that
            you can put the new one in place.
          </ConfirmButton>{' '}
          <ConfirmButton
            label="Revoke"
            question={`Revoke ${key.name || key.prefix}?`}
            confirm="Revoke it"
            onConfirm={() => void revoke()}
          >
            Whatever uses it is turned away within seconds, and its open run ends. This cannot be undone.
          </ConfirmButton>
        </td>
      )}
    </tr>
  )
}

/** The one time a secret is shown; brought into view, since the button that made it may stand far below. */
function SecretOnce({ made }: { made: NewApiKey }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), [])
  return (
    <div role="status" ref={place}>
      <p>
        <strong>{made.name}</strong>: copy the key now. It is not shown again.
      </p>
      <div class="secret-once">
        <code>{made.key}</code>
        <CopyButton text={() => made.key} label="Copy key" />
      </div>
    </div>
  )
}
