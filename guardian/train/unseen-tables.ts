import type { ComposedTask } from '../models/composition.ts'
import type { ModelScores } from '../models/score-exchange.ts'
import { isOwn } from './balance.ts'
import { isLong } from './folds.ts'
import { Monitor } from '../monitor/monitor.ts'
import { observe } from '../observe.ts'
import { risksFrom } from '../risks.ts'
import { rocArea } from './metrics.ts'
import { textsOfTask } from './ordinary.ts'
import type { LabelledRecord } from './records.ts'
import type { Scored, TaskTable } from './task-table.ts'
import { flagged, percent, three, two } from './task-table.ts'
import type { UnseenScore } from './unseen-scores.ts'

const unseenTasks: readonly { task: ComposedTask; title: string; name: keyof ModelScores }[] = [
  { task: 'injection', title: 'Injection', name: 'injection' },
  { task: 'jailbreak', title: 'Jailbreak', name: 'jailbreak' },
  { task: 'harmful_request', title: 'Harmful request', name: 'harmful_request' },
  { task: 'unsafe_pair', title: 'Unsafe response, with its prompt', name: 'unsafe_response' },
  { task: 'unsafe_text', title: 'Unsafe text by itself', name: 'unsafe_response' },
  { task: 'refusal', title: 'Refusal', name: 'refusal' },
]

/** An exchange of the data with what was found of one task by who had not seen its source. */
export type ScoreOf = (one: UnseenScore, task: ComposedTask, name: keyof ModelScores) => number | undefined

export const byModels: ScoreOf = ({ scores }, task) => scores[task]

/** The tables of the models on sources they did not see, one a task. */
export function unseenTables(
  unseen: readonly UnseenScore[],
  records: readonly Pick<LabelledRecord, 'task' | 'source' | 'prompt' | 'response'>[],
  thresholds: Readonly<Record<keyof ModelScores, number>>,
  scoreOf: ScoreOf = byModels,
): TaskTable[] {
  const isOrdinary = textsOfTask(records, 'benign')
  return unseenTasks.map(({ task, title, name }) => {
    const scored: Scored[] = []
    const ordinary: number[] = []
    for (const one of unseen) {
      const { source, labels } = one.exchange
      const label = labels[task]
      const score =
        label === undefined || isOwn(source) || isLong(source) ? undefined : scoreOf(one, task, name)
      if (score === undefined) continue
      if (label === 0 && isOrdinary(one.exchange)) ordinary.push(score)
      else scored.push({ source, positive: label === 1, score })
    }
    return { title, scored, ordinary, threshold: thresholds[name] }
  })
}

const noScores: ModelScores = {
  injection: 0,
  jailbreak: 0,
  harmful_request: 0,
  unsafe_response: 0,
  refusal: 0,
}

/** The risk of a task as rules and models make it together, where the models did not see the source. */
export function withRules({ exchange, scores }: UnseenScore, task: ComposedTask, name: keyof ModelScores) {
  const score = scores[task]
  if (score === undefined) return undefined
  return risksFrom({ ...noScores, [name]: score }, observe(exchange, Monitor.shared()))[name]
}

/**
 * Injections of the phrase table by language: each pattern was read by models that had not seen it, but had
 * seen others of its language.
 */
export function languageTable(unseen: readonly UnseenScore[], threshold: number): string {
  const byLanguage = new Map<string, { attacks: number[]; harmless: number[] }>()
  for (const { exchange, scores } of unseen) {
    const [, language] = /^own:injection(?:-twin)?-(\w+)$/.exec(exchange.source) ?? []
    if (language === undefined || scores.injection === undefined) continue
    const of = byLanguage.get(language) ?? { attacks: [], harmless: [] }
    byLanguage.set(language, of)
    ;(exchange.labels.injection === 1 ? of.attacks : of.harmless).push(scores.injection)
  }
  const lines = [...byLanguage]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([language, { attacks, harmless }]) => {
      const area = three(rocArea(attacks, harmless))
      return `| ${language} | ${attacks.length} | ${harmless.length} | ${area} | ${two(flagged(attacks, threshold))} | ${percent(flagged(harmless, threshold))} |`
    })
  return [
    '| language | attacks | harmless | area | recall, shipped | harmless flagged |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n')
}
