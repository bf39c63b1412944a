import type { RunStats } from '../../../protocol/run.ts'
import type { Account } from '../api/calls.ts'
import { useRuleTitles } from '../api/rule-titles.ts'
import { count, duration, score } from '../app/format.ts'
import { percent } from './distribution.tsx'
import type { Side } from './side.ts'

const figures: { name: string; of: (side: Side) => string }[] = [
  { name: 'Beats', of: ({ run }) => count(run.stats.beats) },
  { name: 'Lasted', of: (side) => duration((side.points.at(-1)?.sinceS ?? 0) * 1000) },
  { name: 'Average score', of: ({ run }) => score(run.stats.score_mean) },
  { name: 'Lowest score', of: ({ run }) => score(run.stats.score_min) },
  { name: 'HRV, at the end', of: ({ run }) => score(run.stats.hrv) },
  { name: 'Aligned', of: ({ run }) => shareOf(run.stats, 'green') },
  { name: 'Doubtful', of: ({ run }) => shareOf(run.stats, 'yellow') },
  { name: 'Red', of: ({ run }) => shareOf(run.stats, 'red') },
  { name: 'Violations', of: ({ run }) => count(run.stats.violations) },
  { name: 'Flatlines', of: ({ run }) => count(run.stats.flatlines) },
]

function shareOf({ by_color, beats }: RunStats, color: keyof RunStats['by_color']): string {
  return beats === 0 ? '–' : percent(by_color[color] / beats)
}

/** The figures of both runs, one beside the other. */
export function FiguresTable({ a, b }: { a: Side; b: Side }) {
  return (
    <section class="compare-part">
      <h2>Figures</h2>
      <table class="compare-table">
        <Head first="Figure" />
        <tbody>
          {figures.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{of(a)}</td>
              <td>{of(b)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** In which share of its beats each rule found something, the greatest difference first. */
export function RulesTable({ a, b, account }: { a: Side; b: Side; account: Account }) {
  const titles = useRuleTitles(account)
  const rules = [...new Set([a, b].flatMap(({ run }) => Object.keys(run.stats.by_rule ?? {})))].map(
    (rule) => ({ rule, a: ruleShare(a, rule), b: ruleShare(b, rule) }),
  )
  rules.sort((x, y) => Math.abs(y.b - y.a) - Math.abs(x.b - x.a) || x.rule.localeCompare(y.rule))
  return (
    <section class="compare-part">
      <h2>Rules</h2>
      {rules.length === 0 ? (
        <p class="quiet">No rule found anything in either run.</p>
      ) : (
        <div class="table-scroll" tabIndex={0} role="region" aria-label="Rules of both runs">
          <table class="compare-table">
            <Head first="Share of beats" />
            <tbody>
              {rules.map((each) => (
                <tr key={each.rule}>
                  <th scope="row">
                    {titles.get(each.rule)} <code>{each.rule}</code>
                  </th>
                  <td>{percent(each.a)}</td>
                  <td>{percent(each.b)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function ruleShare({ run: { stats } }: Side, rule: string): number {
  return stats.beats === 0 ? 0 : (stats.by_rule?.[rule] ?? 0) / stats.beats
}

function Head({ first }: { first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">
          <span class="key-a" aria-hidden="true" /> A
        </th>
        <th scope="col">
          <span class="key-b" aria-hidden="true" /> B
        </th>
      </tr>
    </thead>
  )
}
