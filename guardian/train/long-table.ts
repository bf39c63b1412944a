import type { ModelScores } from '../models/score-exchange.ts'
import { isLong } from './folds.ts'
import { lengthClass, longLengths } from './long-texts.ts'
import { flagged, percent, two } from './task-table.ts'
import type { UnseenScore } from './unseen-scores.ts'
import type { ScoreOf } from './unseen-tables.ts'

const promptTasks = ['injection', 'jailbreak', 'harmful_request'] as const

/**
 * Long texts by length: how many ordinary ones are flagged, as prompts and as answers, and how many of the attacks
 * hidden in others are found, by models that saw neither the ordinary texts' sources nor the attacks'.
 */
export function longTable(
  unseen: readonly UnseenScore[],
  thresholds: Readonly<Record<keyof ModelScores, number>>,
  scoreOf: ScoreOf,
): string {
  const long = unseen.filter(({ exchange }) => isLong(exchange.source))
  const rows = longLengths.map((length, at) => {
    const some = long.filter(({ exchange }) => lengthClass(exchange) === at)
    const share = (task: (typeof promptTasks)[number] | 'unsafe_pair', label: 0 | 1) => {
      const name = task === 'unsafe_pair' ? 'unsafe_response' : task
      const scores = some
        .filter(({ exchange }) => exchange.labels[task] === label)
        .map((one) => scoreOf(one, task, name) ?? 0)
      return { n: scores.length, found: flagged(scores, thresholds[name]) }
    }
    const clean = promptTasks.map((task) => share(task, 0))
    const hidden = (['injection', 'jailbreak'] as const).map((task) => share(task, 1))
    const cells = [
      `${length.toLocaleString('en')} and more`,
      clean[0]?.n ?? 0,
      ...clean.map(({ found }) => percent(found)),
      percent(share('unsafe_pair', 0).found),
      ...hidden.flatMap(({ n, found }) => [n, two(found)]),
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [
    '| UTF-16 units | ordinary | taken for an injection | for a jailbreak | for a harmful request | as answers: for unsafe | injections hidden | found | jailbreaks hidden | found |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n')
}
