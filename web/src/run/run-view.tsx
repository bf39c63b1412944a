import 'uplot/dist/uPlot.min.css'
import '../feed/feed.css'
import '../trace/trace.css'
import './run.css'
import { effect, type ReadonlySignal, useComputed } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ProjectSettings, Run } from '../../../protocol/run.ts'
import type { Rights } from '../app/rights.ts'
import { useLater } from '../app/use-later.ts'
import { BeatTable } from '../feed/beat-table.tsx'
import { Feed } from '../feed/feed.tsx'
import { FilterBar } from '../feed/filter-bar.tsx'
import { Trace } from '../trace/trace.tsx'
import { firstView, reveal, type View } from '../trace/view.ts'
import { Announcer } from './announcer.tsx'
import { RunHeader } from './run-header.tsx'
import { change, chosenView, list, select, selectedBeat } from './run-place.ts'
import type { RunStore } from './run-store.ts'
import { useLastPlace } from './use-last-place.ts'
import { columnsAbout, stepThrough } from './step-through.ts'
import { strokeOf } from './step-keys.ts'

/** Moves the trace, if need be, to where a beat is. */
async function revealBeat(store: RunStore, view: ReadonlySignal<View>, seq: number): Promise<void> {
  const columns = columnsAbout(store, view.peek(), seq)
  const row = columns.rowOf(seq)
  let atS = row >= 0 ? columns.time[row] : undefined
  if (atS === undefined) {
    const beat = await store.beat(seq)
    if (!beat.ok || beat.value === null || selectedBeat.peek() !== seq) return
    atS = Date.parse(beat.value.timestamp) / 1000
  }
  const moved = reveal(view.peek(), atS, store.extent)
  if (moved !== view.peek()) change({ view: moved })
}

const loadDrawer = async () => (await import('../beat/beat-drawer.tsx')).BeatDrawer

interface RunViewProps {
  store: RunStore
  run: Run
  name: string
  settings: Partial<ProjectSettings>
  rights: Rights
}

/** A run that is here: how it is, its trace, its beats. */
export function RunView({ store, run, name, settings, rights }: RunViewProps) {
  const view = useComputed<View>(() => {
    void store.version.value
    const run = store.run.value
    const ended = run !== null && run.ended_at !== null
    return chosenView.value ?? firstView(ended, store.extent, store.log.matters(run?.status ?? 'active'))
  })

  /** Selects a beat and, if need be, moves the trace to where it is. */
  function show(seq: number | null) {
    select(seq)
    if (seq !== null) void revealBeat(store, view, seq)
  }

  const BeatDrawer = useLater(loadDrawer, selectedBeat.value !== null)
  useLastPlace(store)
  useEffect(() => {
    let shown = false
    return effect(() => {
      void store.version.value
      if (shown || !store.loaded) return
      shown = true
      const seq = selectedBeat.peek()
      // A link to a beat shows it on the trace too, unless it says what to show.
      if (seq !== null && chosenView.peek() === null) void revealBeat(store, view, seq)
    })
  }, [store])

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const seq = stepThrough(store, view.peek(), strokeOf(event), selectedBeat.peek())
      if (seq === undefined) return
      event.preventDefault()
      show(seq)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [store])

  return (
    <main class="run">
      <RunHeader
        store={store}
        run={run}
        name={name}
        settings={settings}
        rights={rights}
        view={view}
        onShow={show}
      />
      <Trace
        store={store}
        view={view}
        selected={selectedBeat}
        settings={settings}
        onView={(next) => change({ view: next })}
        onSelect={show}
      />
      <section class="side" aria-label="Beats">
        <FilterBar store={store} />
        {list.value === 'table' ? (
          <BeatTable store={store} onSelect={show} />
        ) : (
          <Feed store={store} onSelect={show} />
        )}
      </section>
      {BeatDrawer && selectedBeat.value !== null && (
        <BeatDrawer
          key={store.id}
          store={store}
          seq={selectedBeat.value}
          rights={rights}
          columns={columnsAbout(store, view.peek(), selectedBeat.value)}
          onShow={show}
        />
      )}
      <Announcer store={store} name={name} />
    </main>
  )
}
