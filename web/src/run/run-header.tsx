import type { ReadonlySignal } from '@preact/signals'
import type { ProjectSettings, Run } from '../../../protocol/run.ts'
import { now } from '../app/now.ts'
import type { Rights } from '../app/rights.ts'
import { Icon } from '../parts/icon.tsx'
import { Link } from '../parts/link.tsx'
import type { View } from '../trace/view.ts'
import { ConnectionState } from './connection-state.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FiguresBar } from './figures-bar.tsx'
import { RunControls } from './run-controls.tsx'
import type { RunStore } from './run-store.ts'
import { lastKnown, statusWords } from './status-words.ts'
import { useSuccessor } from './use-successor.ts'

interface RunHeaderProps {
  store: RunStore
  run: Run
  name: string
  settings: Partial<ProjectSettings>
  rights: Rights
  view: ReadonlySignal<View>
  onShow: (seq: number) => void
}

/** What somebody who was just woken must see: which run, how it is, since when, and what can be done. */
export function RunHeader({ store, run, name, settings, rights, view, onShow }: RunHeaderProps) {
  void store.calm.value
  const stats = store.stats ?? run.stats
  const known = statusWords(run, stats, store.log.trouble, settings, now.value)
  const words = isDown(store, run) ? lastKnown(known) : known
  const { beat } = words
  const successor = useSuccessor(run)
  return (
    <header class={`run-head tone-${words.tone}`}>
      <div class="run-title">
        <p class="run-called">
          <span>{name}</span>
          <ConnectionState store={store} />
          {store.viewers.value > 1 && run.ended_at === null && (
            <span class="viewers">
              <Icon name="eye" /> {store.viewers.value} watching
            </span>
          )}
        </p>
        <h1 class="status">
          <span class="status-dot" aria-hidden="true" />
          <span class="status-word">{words.word}</span>
        </h1>
        <p class="status-detail">
          {words.detail}{' '}
          {beat !== null && (
            <button type="button" class="button button-small" onClick={() => onShow(beat)}>
              Look at beat {beat}
            </button>
          )}{' '}
          {successor !== null && (
            <Link to={{ at: 'run', runId: successor }}>Go to the run that followed</Link>
          )}
        </p>
      </div>
      <div class="run-actions">
        {rights.order && <RunControls store={store} run={run} />}
        <Link to={{ at: 'compare' }} query={{ a: run.id }} class="button">
          <Icon name="compare" />
          Compare
        </Link>
        {rights.export && <ExportMenu store={store} view={view} />}
      </div>
      <FiguresBar stats={stats} settings={settings} />
    </header>
  )
}

/** Whether what is shown may be out of date. Nothing happens any more to a run that has ended. */
function isDown(store: RunStore, run: Run): boolean {
  const { is } = store.connection.value
  return (
    run.ended_at === null && store.loaded && (is === 'waiting' || is === 'offline' || is === 'connecting')
  )
}
