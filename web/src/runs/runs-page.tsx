import { useEffect } from 'preact/hooks'
import { useComputed, useSignal } from '@preact/signals'
import type { Run, RunStatus } from '../../../protocol/run.ts'
import { type Account, listRuns } from '../api/calls.ts'
import type { Failure } from '../api/request.ts'
import { Blank } from '../parts/blank.tsx'
import { FileDoors } from '../verify/file-doors.tsx'
import { FirstVisit } from './first-visit.tsx'
import { RunList } from './run-list.tsx'

const REFRESH_MS = 4000

/** All runs, those in trouble first; or, before the first one, how to get it. */
export function RunsPage({ account }: { account: Account }) {
  const runs = useSignal<Run[] | null>(null)
  const more = useSignal<string | null>(null)
  const problem = useSignal<Failure | null>(null)
  const search = useSignal('')
  const status = useSignal<RunStatus | 'trouble' | ''>('')

  useEffect(() => {
    let over = false
    async function refresh() {
      if (document.hidden) return
      const page = await listRuns()
      if (over) return
      problem.value = page.ok ? null : page.problem
      if (!page.ok) return
      const kept = (runs.value ?? []).slice(page.value.data.length)
      const ids = new Set(page.value.data.map((run) => run.id))
      runs.value = [...page.value.data, ...kept.filter((run) => !ids.has(run.id))]
      if (kept.length === 0) more.value = page.value.next_cursor
    }
    void refresh()
    const timer = setInterval(() => void refresh(), REFRESH_MS)
    const onVisible = () => void refresh()
    document.addEventListener('visibilitychange', onVisible)
    document.title = 'Runs · Custos'
    return () => {
      over = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [])

  async function loadMore() {
    const page = await listRuns(more.value)
    if (!page.ok) {
      problem.value = page.problem
      return
    }
    runs.value = [...(runs.value ?? []), ...page.value.data]
    more.value = page.value.next_cursor
  }

  const found = useComputed(() => {
    const words = search.value.toLowerCase().split(/\s+/u).filter(Boolean)
    return (runs.value ?? []).filter((run) => {
      if (status.value === 'trouble' && run.status !== 'misaligned' && run.status !== 'warning') return false
      if (status.value !== '' && status.value !== 'trouble' && run.status !== status.value) return false
      const key = account.api_keys.find(({ id }) => id === run.api_key_id)
      const text = [run.name, run.id, key?.name, key?.prefix, ...run.labels].join(' ').toLowerCase()
      return words.every((word) => text.includes(word))
    })
  })

  const all = runs.value
  if (all === null) {
    return (
      <main class="page">
        {problem.value ? (
          <Blank title={problem.value.title}>
            <p>{problem.value.detail}</p>
            <p class="quiet">It is tried again every few seconds.</p>
          </Blank>
        ) : (
          <Blank title="Looking for runs…" line="busy" />
        )}
      </main>
    )
  }
  if (all.length === 0) return <FirstVisit account={account} />
  return (
    <main class="page">
      <div class="page-head">
        <h1>Runs</h1>
        <label class="field">
          <span class="only-read">Search runs</span>
          <input
            type="search"
            placeholder="Name, key, label"
            value={search.value}
            onInput={({ currentTarget }) => (search.value = currentTarget.value)}
          />
        </label>
        <label class="field">
          <span class="only-read">Status</span>
          <select
            value={status.value}
            onChange={({ currentTarget }) => (status.value = currentTarget.value as typeof status.value)}
          >
            <option value="">All states</option>
            <option value="trouble">In trouble</option>
            <option value="active">Active</option>
            <option value="warning">Warning</option>
            <option value="misaligned">Misaligned</option>
            <option value="paused">Paused</option>
            <option value="ended">Ended</option>
          </select>
        </label>
      </div>
      {problem.value && (
        <p class="notice notice-warn" role="status">
          {problem.value.title}. This list may be old; it is tried again every few seconds.
        </p>
      )}
      {found.value.length === 0 ? (
        <p class="notice">No run matches. Clear the search to see all {all.length}.</p>
      ) : (
        <RunList runs={found.value} account={account} />
      )}
      {more.value !== null && (
        <button type="button" class="button" onClick={() => void loadMore()}>
          Show older runs
        </button>
      )}
      <FileDoors />
    </main>
  )
}
