import type { ComponentChildren } from 'preact'
import type { ProjectSettings, RunStats } from '../../../protocol/run.ts'
import { ago, count, rate, score } from '../app/format.ts'
import { now } from '../app/now.ts'
import { defaults } from './status-words.ts'

/** After so long without a beat their pace is no news any more. */
const IDLE_MS = 10_000

/** The figures of a run; one that has crossed its threshold says so in shape and words, not in colour alone. */
export function FiguresBar({ stats, settings }: { stats: RunStats; settings: Partial<ProjectSettings> }) {
  const { warn_mean_below, warn_hrv_above, warn_after_beats } = { ...defaults, ...settings }
  // The first few beats are judged by nobody yet. [R3]
  const judged = stats.beats >= warn_after_beats
  const low = judged && stats.score_recent !== null && stats.score_recent < warn_mean_below
  const restless = judged && stats.hrv !== null && stats.hrv > warn_hrv_above
  return (
    <dl class="figures">
      <Figure
        name="Average"
        note={low ? `under ${score(warn_mean_below)}` : `last 100; whole run ${score(stats.score_mean)}`}
        crossed={low}
      >
        {score(stats.score_recent)}
      </Figure>
      <Figure
        name="HRV"
        note={
          restless ? `over ${score(warn_hrv_above)}` : stats.hrv === null ? 'from 3 beats' : 'last 20 beats'
        }
        crossed={restless}
      >
        {score(stats.hrv)}
      </Figure>
      <Figure name="Beats" note={paceOf(stats, now.value)}>
        {count(stats.beats)}
      </Figure>
      <Figure
        name="Violations"
        note={stats.flatlines === 0 ? 'no flatline' : `${count(stats.flatlines)} flatlined`}
        crossed={stats.flatlines > 0}
      >
        {count(stats.violations)}
      </Figure>
    </dl>
  )
}

/** Beats a second while they come; once they do not, since when. */
function paceOf({ last_beat_at, beats_per_second }: RunStats, nowMs: number): string {
  const sinceMs = last_beat_at === null ? 0 : nowMs - Date.parse(last_beat_at)
  return sinceMs > IDLE_MS ? `last ${ago(sinceMs)}` : `${rate(beats_per_second)} a second`
}

interface FigureProps {
  name: string
  note: string
  crossed?: boolean
  children: ComponentChildren
}

function Figure({ name, note, crossed = false, children }: FigureProps) {
  return (
    <div class={crossed ? 'figure is-crossed' : 'figure'}>
      <dt>{name}</dt>
      <dd>
        <strong>{children}</strong>
        <span class="quiet">
          {crossed && <span aria-hidden="true">▲ </span>}
          {note}
        </span>
      </dd>
    </div>
  )
}
