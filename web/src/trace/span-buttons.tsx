import type { ReadonlySignal } from '@preact/signals'
import type { View } from './view.ts'

const spans: { spanS: number | null; label: string }[] = [
  { spanS: 60, label: '1 min' },
  { spanS: 180, label: '3 min' },
  { spanS: 600, label: '10 min' },
  { spanS: 3600, label: '1 h' },
  { spanS: null, label: 'All' },
]

interface SpanButtonsProps {
  view: ReadonlySignal<View>
  onView: (view: View | null) => void
}

/** How much of the run's newest stretch to follow; or, from a fixed stretch, the way back to it. */
export function SpanButtons({ view, onView }: SpanButtonsProps) {
  const now = view.value
  return (
    <div class="spans" role="group" aria-label="Stretch of time">
      {!now.follow && (
        <button type="button" class="span-button span-back" onClick={() => onView(null)}>
          Newest
        </button>
      )}
      {spans.map(({ spanS, label }) => (
        <button
          key={label}
          type="button"
          class="span-button"
          aria-pressed={now.follow && now.spanS === spanS}
          onClick={() => onView({ follow: true, spanS })}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
