import type { RunStats } from '../../../protocol/run.ts'
import { score } from '../app/format.ts'

const WIDTH = 100
const HEIGHT = 22

/** The scores of the last beats as a line, the newest at the right; nothing where none is known. */
export function Sparkline({ stats }: { stats: RunStats }) {
  const scores = stats.last_scores ?? []
  if (scores.length === 0) return <span class="sparkline" aria-hidden="true" />
  const step = WIDTH / Math.max(1, scores.length - 1)
  const yOf = (value: number) => 2 + (1 - value) * (HEIGHT - 4)
  const points = scores.map((value, index) => `${(index * step).toFixed(1)},${yOf(value).toFixed(1)}`)
  // One beat is a dot at the right, where the newest stands.
  const line =
    points.length === 1
      ? `${WIDTH - 1},${yOf(scores[0] ?? 0)} ${WIDTH},${yOf(scores[0] ?? 0)}`
      : points.join(' ')
  const label = `Last ${scores.length} scores, from ${score(Math.min(...scores))} to ${score(Math.max(...scores))}`
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <polyline points={line} vector-effect="non-scaling-stroke" />
    </svg>
  )
}
