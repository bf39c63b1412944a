import { count } from '../app/format.ts'
import { BINS } from './points.ts'
import type { Side } from './side.ts'

const HEIGHT = 120
const BIN = 30

/** How the scores of both runs are spread, bin beside bin. */
export function Distribution({ a, b }: { a: Side; b: Side }) {
  const most = Math.max(...a.distribution, ...b.distribution, 0.01)
  // Most beats of most runs share one bin: on the root of the share the rare ones are seen as well.
  const heightOf = (share: number) => Math.sqrt(share / most) * HEIGHT
  const bars = (side: Side, name: string, offset: number) =>
    side.distribution.map((share, bin) => {
      const height = heightOf(share)
      if (share === 0) return null
      return (
        <rect
          key={`${name}${bin}`}
          class={`bar-${name}`}
          x={bin * BIN + offset}
          y={HEIGHT - Math.max(1.5, height)}
          width={BIN / 2 - 3}
          height={Math.max(1.5, height)}
        >
          <title>{`${rangeOf(bin)}: ${percent(share)}`}</title>
        </rect>
      )
    })
  return (
    <figure class="compare-part">
      <h2>How scores are spread</h2>
      <svg
        class="distribution"
        viewBox={`0 -4 ${BINS * BIN} ${HEIGHT + 24}`}
        role="img"
        aria-label={`Share of beats by score. ${summaryOf(a, 'A')} ${summaryOf(b, 'B')}`}
      >
        {bars(a, 'a', 2)}
        {bars(b, 'b', BIN / 2 + 1)}
        <line class="distribution-base" x1={0} x2={BINS * BIN} y1={HEIGHT} y2={HEIGHT} />
        {[0, 0.25, 0.5, 0.75, 1].map((score) => (
          <text
            key={score}
            x={score * BINS * BIN}
            y={HEIGHT + 16}
            text-anchor={score === 0 ? 'start' : score === 1 ? 'end' : 'middle'}
          >
            {score}
          </text>
        ))}
      </svg>
      <figcaption class="quiet">
        Share of beats by score, heights by square root.
        {[a, b].some(({ run, distributed }) => distributed < run.stats.beats) &&
          ` Of very long runs the newest ${count(Math.min(a.distributed, b.distributed))} beats or more.`}
      </figcaption>
    </figure>
  )
}

function rangeOf(bin: number): string {
  return `${(bin / BINS).toFixed(2)} to ${((bin + 1) / BINS).toFixed(2)}`
}

function summaryOf({ distribution }: Side, name: string): string {
  const bin = distribution.indexOf(Math.max(...distribution))
  return `${name}: most, ${percent(distribution[bin] ?? 0)}, at ${rangeOf(bin)}.`
}

/** A share in percent; what is there is never written as nothing. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return '< 0.1 %'
  return `${(share * 100).toFixed(1)} %`
}
