import './runs.css'
import type { Run } from '../../../protocol/run.ts'
import type { Account } from '../api/calls.ts'
import { ago, count, plural, score, shortTime } from '../app/format.ts'
import { now } from '../app/now.ts'
import { Link } from '../parts/link.tsx'
import { Shape } from '../parts/shape.tsx'
import { runName } from '../run/run-name.ts'
import { statusWords } from '../run/status-words.ts'
import { Sparkline } from './sparkline.tsx'

const urgency: Record<Run['status'], number> = { misaligned: 0, warning: 1, paused: 2, active: 3, ended: 4 }

/** Nobody can act on a run that has ended, however it did. */
const urgencyOf = (run: Run) => (run.ended_at === null ? urgency[run.status] : urgency.ended)

/** Runs as a list, the urgent ones first, then the newest. */
export function RunList({ runs, account }: { runs: readonly Run[]; account: Account }) {
  const sorted = runs.toSorted(
    (a, b) => urgencyOf(a) - urgencyOf(b) || Date.parse(b.started_at) - Date.parse(a.started_at),
  )
  return (
    <ul class="run-list">
      {sorted.map((run) => (
        <RunItem key={run.id} run={run} account={account} />
      ))}
    </ul>
  )
}

function RunItem({ run, account }: { run: Run; account: Account }) {
  const { stats } = run
  const settings = account.projects.find(({ id }) => id === run.project_id)?.settings ?? {}
  const { word, tone } = statusWords(run, stats, null, settings, now.value)
  const lastBeat = stats.last_beat_at === null ? null : Date.parse(stats.last_beat_at)
  return (
    <li class={`run-item tone-${tone}`}>
      <span class="run-status">
        <span class="status-dot" aria-hidden="true" />
        {word}
        {run.ended_at !== null && run.status !== 'ended' && ', ended'}
      </span>
      <span class="run-name">
        <Link to={{ at: 'run', runId: run.id }} class="run-link">
          {runName(run, account)}
        </Link>
        <span class="quiet">
          started {shortTime(Date.parse(run.started_at), now.value)}
          {lastBeat !== null && run.ended_at === null && `, last beat ${ago(now.value - lastBeat)}`}
        </span>
      </span>
      <Sparkline stats={stats} />
      <span class="run-figure">
        <strong>{score(stats.score_recent)}</strong>
        <span class="quiet">average</span>
      </span>
      <span class="run-figure">
        <strong>{count(stats.beats)}</strong>
        <span class="quiet">{stats.beats === 1 ? 'beat' : 'beats'}</span>
      </span>
      <span class="run-share">
        <Share run={run} />
        <span class="quiet">
          {stats.flatlines > 0 ? (
            <>
              <Shape mark="flatline" silent /> {plural(stats.flatlines, 'flatline')},{' '}
            </>
          ) : null}
          {plural(stats.violations, 'violation')}
        </span>
      </span>
    </li>
  )
}

/** How the beats of a run divide into colours. */
function Share({ run }: { run: Run }) {
  const { beats, by_color } = run.stats
  const label = `${by_color.green} aligned, ${by_color.yellow} doubtful, ${by_color.red} red`
  const width = (part: number) => (beats === 0 ? 0 : (part / beats) * 100)
  return (
    <svg class="share" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect class="share-green" x="0" y="0" height="6" width={width(by_color.green)} />
      <rect class="share-yellow" x={width(by_color.green)} y="0" height="6" width={width(by_color.yellow)} />
      <rect
        class="share-red"
        x={width(by_color.green + by_color.yellow)}
        y="0"
        height="6"
        width={width(by_color.red)}
      />
    </svg>
  )
}
