import { effect, type ReadonlySignal, signal, untracked, useComputed, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { ProjectSettings } from '../../../protocol/run.ts'
import { clockTime, score } from '../app/format.ts'
import { Shape } from '../parts/shape.tsx'
import type { RunStore } from '../run/run-store.ts'
import { defaults } from '../run/status-words.ts'
import { Chart } from './chart.ts'
import type { BeatColumns, Mark } from './columns.ts'
import { listenToGestures } from './gestures.ts'
import { Legend } from './legend.tsx'
import { MiniMap } from './mini-map.tsx'
import { AXIS_WIDTH, type Picture, PLOT_TOP } from './picture.ts'
import { theme } from './theme.ts'
import { SpanButtons } from './span-buttons.tsx'
import { stretchOf, type View } from './view.ts'

const LOOK_AFTER_MS = 120

interface TraceProps {
  store: RunStore
  view: ReadonlySignal<View>
  selected: ReadonlySignal<number | null>
  settings: Partial<ProjectSettings>
  /** Null goes back to the view one had at first. */
  onView: (view: View | null) => void
  onSelect: (seq: number | null) => void
}

/** A beat under the pointer. */
interface Hover {
  seq: number
  timeS: number
  score: number
  mark: Mark
  /** Whether it stands for many. */
  summary: boolean
  x: number
  y: number
}

interface TipProps {
  store: RunStore
  hover: Hover
}

interface Newest {
  x: number
  y: number
  mark: Mark
}

/** The trace of a run, the HRV under it, and the map of the whole. */
export function Trace({ store, view, selected, settings, onView, onSelect }: TraceProps) {
  const traceHost = useRef<HTMLDivElement>(null)
  const hrvHost = useRef<HTMLDivElement>(null)
  const hover = useSignal<Hover | null>(null)
  const newest = useSignal<Newest | null>(null)
  /** Whether what is on screen stands for many beats a point. */
  const coarse = useSignal(false)

  useEffect(() => {
    const [above, below] = [traceHost.current, hrvHost.current]
    if (!above || !below) return undefined
    const size = signal(0)
    let beforeClick: number | null = null
    const stretch = () => stretchOf(view.peek(), store.extent)
    const picture = (): Picture => {
      const now = stretch()
      const { columns, flat, events } = store.shown(now)
      return { ...fixed(), columns, flat: flat.list, events, stretch: now }
    }
    const fixed = () => ({
      heartbeats: store.log.heartbeats,
      untilS: store.extent.to,
      selected: selected.peek(),
      settings: { ...defaults, ...settings },
      theme: theme.peek(),
    })
    const columns = () => store.shown(stretch()).columns
    const chart = new Chart(above, below, untracked(picture), {
      onStretch: ({ from, to }) => onView({ follow: false, from, to }),
      onClick: (row) => {
        beforeClick = selected.peek()
        if (row < 0) return
        const shown = columns()
        // A mark that stands for many beats is looked at more closely.
        if (shown.summary[row] === 1) onView(around(shown, row))
        else onSelect(shown.seq[row] ?? 0)
      },
      onHover: (row, x, y) => (hover.value = row < 0 ? null : { ...beatAt(columns(), row), x, y }),
    })
    let frame = 0
    function draw() {
      frame = 0
      chart.draw(picture())
      const shown = columns()
      coarse.value = store.shown(stretch()).coarse
      const last = shown.length - 1
      const place = last >= 0 && store.connection.peek().is === 'live' ? chart.placeOf(last) : null
      newest.value = place && chart.isInside(place) ? { ...place, mark: shown.markAt(last) } : null
      const { value: pointed } = hover
      const row = pointed ? shown.rowOf(pointed.seq) : -1
      if (pointed) hover.value = row < 0 ? null : { ...pointed, ...chart.placeOf(row) }
    }
    // What is not here beat by beat is asked for once the view has come to rest.
    let rest: ReturnType<typeof setTimeout> | undefined
    const stopLooking = effect(() => {
      void [view.value, store.version.value]
      rest ??= setTimeout(() => {
        rest = undefined
        store.look(stretch())
      }, LOOK_AFTER_MS)
    })
    // A wheel turns faster than a screen: whatever happens within a frame is drawn once.
    const stopDrawing = effect(() => {
      void [store.version.value, view.value, selected.value, theme.value, size.value]
      if (frame === 0) frame = requestAnimationFrame(draw)
    })
    const stopGestures = listenToGestures(chart.trace.over, {
      stretch,
      run: () => store.extent,
      width: () => chart.width,
      onView,
      onReset: () => {
        // The first of the two clicks may have opened a beat that nobody asked for.
        onSelect(beforeClick)
        onView(null)
      },
    })
    const observer = new ResizeObserver(() => {
      chart.resize(above, below)
      size.value += 1
    })
    observer.observe(above)
    observer.observe(below)
    return () => {
      observer.disconnect()
      stopGestures()
      stopDrawing()
      stopLooking()
      clearTimeout(rest)
      cancelAnimationFrame(frame)
      chart.destroy()
    }
  }, [store])

  const empty = useComputed(() => store.calm.value >= 0 && store.loaded && store.whole.columns.length === 0)
  const partial = useComputed(() => store.calm.value >= 0 && store.partial)
  return (
    <section class="trace" aria-label="Trace">
      <div class="trace-bar">
        <Legend />
        {partial.value && (
          <span class="trace-partial" role="status">
            Reading the past…
          </span>
        )}
        <SpanButtons view={view} onView={onView} />
      </div>
      <div
        class="trace-plot"
        tabIndex={0}
        role="group"
        aria-label="Alignment score over time. Left and right arrow go from beat to beat, with Shift to the next that is not aligned; Home and End go to the first and the last."
      >
        <div ref={traceHost} class="trace-host" />
        {empty.value && <p class="trace-empty">No beat yet. The trace begins with the first exchange.</p>}
        {newest.value && <Marker at={newest.value} pulse={store.pulse.value} />}
        {hover.value && <Tip store={store} hover={hover.value} />}
      </div>
      <p class="pane-name">
        HRV{' '}
        <span class="quiet">
          how much the score jumps, over 20 beats
          {coarse.value && '; zoom in to see it'}
        </span>
      </p>
      <div ref={hrvHost} class="hrv-host" aria-hidden="true" />
      <MiniMap store={store} view={view} onView={onView} />
    </section>
  )
}

function beatAt(columns: BeatColumns, row: number): Omit<Hover, 'x' | 'y'> {
  return {
    seq: columns.seq[row] ?? 0,
    timeS: columns.time[row] ?? 0,
    score: columns.score[row] ?? 0,
    mark: columns.markAt(row),
    summary: columns.summary[row] === 1,
  }
}

/** The stretch about a row that stands for many beats: from three rows before it to three after. */
function around({ time, length }: BeatColumns, row: number): View {
  const from = time[Math.max(0, row - 3)] ?? 0
  const to = time[Math.min(length - 1, row + 3)] ?? 0
  return { follow: false, from, to: Math.max(to, from + 1) }
}

/** A ring that opens at the newest beat with each sign of life. */
function Marker({ at, pulse }: { at: Newest; pulse: number }) {
  const place = { translate: `${AXIS_WIDTH + at.x}px ${PLOT_TOP + at.y}px` }
  return <span key={pulse} class={`newest newest-${at.mark}`} style={place} aria-hidden="true" />
}

function Tip({ store, hover: { seq, timeS, score: value, mark, summary, x, y } }: TipProps) {
  const entry = store.log.rowOf(seq)
  const title = entry?.type === 'beat' ? entry.titles[0] : undefined
  const place = { left: `${AXIS_WIDTH + x}px`, top: `${PLOT_TOP + y}px` }
  return (
    <div class={x > 260 ? 'tip tip-left' : 'tip'} style={place} aria-hidden="true">
      <Shape mark={mark} silent />
      <strong>{score(value)}</strong>
      <span>
        {summary ? 'many beats' : `beat ${seq}`}, {clockTime(timeS * 1000)}
      </span>
      {title !== undefined && <span class="tip-title">{title}</span>}
    </div>
  )
}
