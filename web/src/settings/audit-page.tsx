import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { auditActions, type AuditRecord } from '../../../protocol/audit.ts'
import type { Account } from '../api/calls.ts'
import type { Failure } from '../api/request.ts'
import { fullTime } from '../app/format.ts'
import { address, changeQuery } from '../app/navigation.ts'
import { Rows } from '../parts/rows.tsx'
import { auditExport, listAudit, listMembers } from './calls.ts'
import { SettingsFrame } from './settings-frame.tsx'
import { useLoaded } from './use-loaded.ts'

/** Who did what, to which thing, when and from where; newest first. */
export function AuditPage({ account, organizationId }: { account: Account; organizationId: string }) {
  const records = useSignal<AuditRecord[] | null>(null)
  const more = useSignal<string | null>(null)
  const problem = useSignal<Failure | null>(null)
  const members = useLoaded(() => listMembers(organizationId), organizationId)
  const nameOf = (id: string) => members.value.value?.find((one) => one.user_id === id)?.name ?? id
  const { query } = address.value
  const action = query.action ?? ''
  const actor = query.actor ?? ''
  const organization = account.organizations.find(({ id }) => id === organizationId)

  async function load(cursor: string | null) {
    const page = await listAudit(organizationId, {
      limit: '100',
      ...(action && { action }),
      ...(actor && { actor }),
      ...(cursor !== null && { cursor }),
    })
    problem.value = page.ok ? null : page.problem
    if (!page.ok) return
    records.value = [...(cursor === null ? [] : (records.value ?? [])), ...page.value.data]
    more.value = page.value.next_cursor
  }
  useEffect(() => {
    records.value = null
    void load(null)
  }, [organizationId, action, actor])

  const narrow = (change: Record<string, string>) => {
    const next = { action, actor, ...change }
    changeQuery(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')), 'push')
  }
  return (
    <SettingsFrame account={account} title={`Audit log of ${organization?.name ?? 'the organisation'}`}>
      <div class="page-head">
        <label class="field">
          <span class="only-read">Action</span>
          <select value={action} onChange={({ currentTarget }) => narrow({ action: currentTarget.value })}>
            <option value="">Every action</option>
            {auditActions.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        {actor !== '' && (
          <button type="button" class="button button-small" onClick={() => narrow({ actor: '' })}>
            Only {nameOf(actor)} ✕
          </button>
        )}
        <span class="spring" />
        <a class="button button-small" href={auditExport(organizationId, 'ndjson')} download>
          Export NDJSON
        </a>
        <a class="button button-small" href={auditExport(organizationId, 'csv')} download>
          Export CSV
        </a>
      </div>
      {problem.value && (
        <p class="notice notice-warn">
          {problem.value.title}. {problem.value.detail}
        </p>
      )}
      {records.value === null ? (
        !problem.value && <p class="quiet">Reading the log…</p>
      ) : records.value.length === 0 ? (
        <p class="notice">Nothing like this was recorded.</p>
      ) : (
        <div class="panel">
          <Rows heads={['When', 'Who', 'What', 'To what', 'Details']}>
            {records.value.map((record) => (
              <Row key={record.id} record={record} nameOf={nameOf} onActor={(id) => narrow({ actor: id })} />
            ))}
          </Rows>
        </div>
      )}
      {more.value !== null && (
        <button type="button" class="button" onClick={() => void load(more.value)}>
          Show older records
        </button>
      )}
    </SettingsFrame>
  )
}

interface RowProps {
  record: AuditRecord
  nameOf: (id: string) => string
  onActor: (id: string) => void
}

function Row({ record, nameOf, onActor }: RowProps) {
  const { actor, target, details } = record
  return (
    <tr>
      <td class="audit-when">{fullTime(Date.parse(record.timestamp))}</td>
      <td>
        {actor.id === null ? (
          actor.type
        ) : (
          <button type="button" class="text-button" title={actor.id} onClick={() => onActor(actor.id ?? '')}>
            {nameOf(actor.id)}
          </button>
        )}
        {details?.address && <span class="quiet"> {details.address}</span>}
      </td>
      <td>
        <code>{record.action}</code>
      </td>
      <td>
        <span class="audit-what">{target.type}</span>{' '}
        {target.id !== null && <code class="audit-id">{target.id}</code>}
      </td>
      <td>
        {details === null ? (
          <span class="quiet">erased</span>
        ) : details.before == null && details.after == null ? null : (
          <details>
            <summary>Changes</summary>
            <pre class="audit-details">
              {JSON.stringify({ before: details.before, after: details.after }, null, 2)}
            </pre>
          </details>
        )}
      </td>
    </tr>
  )
}
