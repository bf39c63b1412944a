import { composed } from '../models/composition.ts'
import { isOwn } from './balance.ts'
import { fitCompositions } from './fit-compositions.ts'
import { isLong, longSource } from './folds.ts'
import { rocArea, shareAbove, thresholdAt } from './metrics.ts'
import type { ExchangeTest } from './ordinary.ts'
import { three, two } from './task-table.ts'
import type { UnseenSignals } from './unseen-scores.ts'

/**
 * Injections once more, where the composition too was fitted without the source, and without every second ordinary
 * text: the other half is what they are measured against. There are two sources of injections only, so that here its
 * few weights could have been learned from what they are measured on.
 */
export function strictInjectionTable({ exchanges, signals }: UnseenSignals, ordinary: ExchangeTest): string {
  const attacks = exchanges.filter(
    ({ source, labels }) => labels.injection === 1 && !isOwn(source) && !isLong(source),
  )
  const indices = exchanges.map((_, i) => i).filter((i) => signals[i] !== undefined)
  const clean = indices.filter((i) => {
    const exchange = exchanges[i]
    return exchange?.labels.injection === 0 && ordinary(exchange)
  })
  const measured = new Set(clean.filter((_, at) => at % 2 === 1))
  const rows = [...new Set(attacks.map(({ source }) => source))].sort().map((source) => {
    const hidden = longSource(source, 0).slice(0, -1)
    const fitted = indices.filter((i) => {
      const of = exchanges[i]?.source ?? ''
      return of !== source && !of.startsWith(hidden) && !measured.has(i)
    })
    const compositions = fitCompositions(
      { exchanges: fitted.flatMap((i) => exchanges[i] ?? []) },
      fitted.map((i) => signals[i]),
      ordinary,
    )
    const scoresOf = (some: readonly number[]) =>
      some.flatMap((i) => {
        const signal = signals[i]
        return signal ? [composed('injection', compositions, signal.prompt, signal.response)] : []
      })
    const found = scoresOf(
      indices.filter((i) => exchanges[i]?.source === source && exchanges[i]?.labels.injection === 1),
    )
    const passing = scoresOf([...measured])
    const at = (share: number) => two(shareAbove(found, thresholdAt(passing, share)))
    return `| ${source} | ${found.length} | ${three(rocArea(found, passing))} | ${at(0.01)} | ${at(0.05)} |`
  })
  return [
    '| source | true | area | recall at 1 % | at 5 % |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n')
}
