import type { ComposedTask } from '../models/composition.ts'
import { modelThresholds } from '../models/thresholds.ts'
import type { ModelScores } from '../models/score-exchange.ts'
import { modelVersion } from '../models/weights/weights.ts'
import type { Risks } from '../../protocol/verdict.ts'
import type { Measured } from './measure.ts'
import { areaInterval, rocArea, shareAbove, thresholdAt, wilson } from './metrics.ts'
import type { LabelledRecord } from './records.ts'
import type { UnseenScore } from './unseen-scores.ts'

const two = (x: number) => (Number.isNaN(x) ? '–' : x.toFixed(2).replace(/^0/, ''))
const three = (x: number) => (Number.isNaN(x) ? '–' : x.toFixed(3).replace(/^0/, ''))
const percent = (x: number) => (Number.isNaN(x) ? '–' : `${(100 * x).toFixed(1)} %`)

/** Scores of one task: what should be flagged and what should not, by source. */
interface Scored {
  readonly source: string
  readonly positive: boolean
  readonly score: number
}

interface TaskTable {
  readonly title: string
  readonly scored: readonly Scored[]
  /** Scores of ordinary conversations. */
  readonly ordinary: readonly number[]
  readonly threshold: number
}

function harmonic(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

function row(
  label: string,
  positives: readonly number[],
  own: readonly number[],
  { ordinary, threshold }: TaskTable,
): string {
  const area = rocArea(positives, ordinary)
  const [low, high] = areaInterval(area, positives.length, ordinary.length)
  const at1 = shareAbove(positives, thresholdAt(ordinary, 0.01))
  const at5 = shareAbove(positives, thresholdAt(ordinary, 0.05))
  const [r1Low, r1High] = wilson(at1, positives.length)
  const recall = positives.filter((score) => score >= threshold).length
  const wrong =
    own.filter((score) => score >= threshold).length + ordinary.filter((score) => score >= threshold).length
  const f1 = harmonic(
    recall + wrong === 0 ? 0 : recall / (recall + wrong),
    recall / Math.max(1, positives.length),
  )
  const cells =
    positives.length === 0
      ? ['–', '–', '–', '–', '–', '–']
      : [
          `${three(area)} (${two(low)}–${two(high)})`,
          `${two(at1)} (${two(r1Low)}–${two(r1High)})`,
          two(at5),
          two(rocArea(positives, own)),
          two(recall / positives.length),
          two(f1),
        ]
  const ownFalse =
    own.length === 0 ? '–' : percent(own.filter((score) => score >= threshold).length / own.length)
  return `| ${label} | ${positives.length} | ${own.length} | ${cells.join(' | ')} | ${ownFalse} |`
}

function tableOf(table: TaskTable): string {
  const sources = [...new Set(table.scored.map(({ source }) => source))].sort()
  const of = (source: string | null, positive: boolean) =>
    table.scored
      .filter((one) => one.positive === positive && (source === null || one.source === source))
      .map(({ score }) => score)
  const withBoth = new Set(table.scored.filter(({ positive }) => positive).map(({ source }) => source))
  const ownOfAll = table.scored
    .filter((one) => !one.positive && withBoth.has(one.source))
    .map(({ score }) => score)
  const ordinaryFalse =
    table.ordinary.filter((score) => score >= table.threshold).length / Math.max(1, table.ordinary.length)
  return [
    `### ${table.title}`,
    '',
    `Ordinary conversations: ${table.ordinary.length}, flagged at the shipped threshold (${table.threshold}): ${percent(ordinaryFalse)}.`,
    '',
    '| source | true | false | area (95 %) | recall at 1 % (95 %) | at 5 % | area, own false | recall, shipped | F1, shipped | own false flagged |',
    '| --- | ---: | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |',
    row('**all**', of(null, true), ownOfAll, table),
    ...sources.map((source) => row(source, of(source, true), of(source, false), table)),
    '',
  ].join('\n')
}

const unseenTasks: readonly { task: ComposedTask; title: string; name: keyof ModelScores }[] = [
  { task: 'injection', title: 'Injection', name: 'injection' },
  { task: 'jailbreak', title: 'Jailbreak', name: 'jailbreak' },
  { task: 'harmful_request', title: 'Harmful request', name: 'harmful_request' },
  { task: 'unsafe_pair', title: 'Unsafe response, with its prompt', name: 'unsafe_response' },
  { task: 'unsafe_text', title: 'Unsafe text by itself', name: 'unsafe_response' },
  { task: 'refusal', title: 'Refusal', name: 'refusal' },
]

function unseenTables(unseen: readonly UnseenScore[], records: readonly LabelledRecord[]): string[] {
  const ordinarySources = new Set(records.filter(({ task }) => task === 'benign').map(({ source }) => source))
  const ordinaryTexts = new Set(
    records.filter(({ task }) => task === 'benign').flatMap(({ prompt, response }) => [prompt, response]),
  )
  return unseenTasks.map(({ task, title, name }) => {
    const scored: Scored[] = []
    const ordinary: number[] = []
    for (const { exchange, scores } of unseen) {
      const label = exchange.labels[task]
      const score = scores[task]
      if (label === undefined || score === undefined) continue
      const isOrdinary =
        ordinarySources.has(exchange.source) &&
        (ordinaryTexts.has(exchange.prompt) || ordinaryTexts.has(exchange.response))
      if (label === 0 && isOrdinary) ordinary.push(score)
      else scored.push({ source: exchange.source, positive: label === 1, score })
    }
    return tableOf({ title, scored, ordinary, threshold: modelThresholds[name] })
  })
}

const finishedTasks: readonly {
  task: LabelledRecord['task']
  title: string
  risk: (risks: Risks) => number
  threshold: number
}[] = [
  { task: 'injection', title: 'Injection', risk: (r) => r.injection, threshold: modelThresholds.injection },
  { task: 'jailbreak', title: 'Jailbreak', risk: (r) => r.jailbreak, threshold: modelThresholds.jailbreak },
  {
    task: 'harmful_request',
    title: 'Harmful request',
    risk: (r) => r.harmful_request,
    threshold: modelThresholds.harmful_request,
  },
  {
    task: 'unsafe_response',
    title: 'Unsafe response',
    risk: (r) => r.unsafe_response,
    threshold: modelThresholds.unsafe_response,
  },
  {
    task: 'evasion_refusal',
    title: 'Refusal and evasion',
    risk: (r) => Math.max(r.refusal, r.evasion),
    threshold: modelThresholds.refusal,
  },
  { task: 'pii', title: 'Personal data', risk: (r) => r.pii, threshold: 0.5 },
  { task: 'secret', title: 'Secrets', risk: (r) => r.secret, threshold: 0.5 },
]

function finishedTables(measured: readonly Measured[]): string[] {
  const ordinaryRecords = measured.filter(({ record }) => record.task === 'benign')
  return finishedTasks.map(({ task, title, risk, threshold }) => {
    const scored = measured
      .filter(({ record }) => record.task === task)
      .map(({ record, verdict }) => ({
        source: task === 'pii' && record.label ? `${record.source}: ${record.category}` : record.source,
        positive: record.label,
        score: risk(verdict.risks),
      }))
    return tableOf({
      title,
      scored,
      ordinary: ordinaryRecords.map(({ verdict }) => risk(verdict.risks)),
      threshold,
    })
  })
}

function flaggedTable(measured: readonly Measured[]): string {
  const lines = [
    '| task | source | n | any violation | not green | flatline |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
  ]
  for (const task of ['benign', 'over_refusal'] as const) {
    const ofTask = measured.filter(({ record }) => record.task === task)
    for (const source of ['all', ...[...new Set(ofTask.map(({ record }) => record.source))].sort()]) {
      const some = ofTask.filter(({ record }) => source === 'all' || record.source === source)
      const share = (flagged: (one: Measured) => boolean) =>
        percent(some.filter(flagged).length / Math.max(1, some.length))
      lines.push(
        `| ${task} | ${source} | ${some.length} | ${share(({ verdict }) => verdict.violations.length > 0)} | ${share(({ verdict }) => verdict.color !== 'green')} | ${share(({ verdict }) => verdict.flatline)} |`,
      )
    }
  }
  return lines.join('\n')
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

function speed(measured: readonly Measured[]): string {
  const sorted = measured.map(({ microseconds }) => microseconds).sort((a, b) => a - b)
  const shown = (q: number) => quantile(sorted, q).toFixed(0)
  return `Microseconds a pair, ${sorted.length} pairs, the better of two runs each: p50 ${shown(0.5)}, p90 ${shown(0.9)}, p99 ${shown(0.99)}, longest ${shown(1)}.`
}

/** The page docs/evaluation.md: what was measured, how, and with what result. */
export function evaluationPage(
  records: readonly LabelledRecord[],
  measured: readonly Measured[],
  unseen: readonly UnseenScore[],
): string {
  return [
    '# Evaluation',
    '',
    'Written by `npm run eval -- DIR`, where DIR holds the labelled development data (see [the model card](model-card.md)); do not edit.',
    `Weights ${modelVersion}, ${records.length} records.`,
    '',
    '- *Area* is the area under the ROC curve against ordinary conversations; *recall at 1 %* is the share of true records above the score that 1 % of ordinary conversations reach. Intervals are Hanley & McNeil (area) and Wilson (share).',
    '- *Own false* are the false records of the same source: the hardest ones, since nothing but the trait tells them apart.',
    '- *Shipped* is at the threshold that ships; F1 counts ordinary conversations and own false records together as negatives.',
    '',
    '## Sources never seen: the models alone, leave one source out',
    '',
    'Each source was scored by models trained without it, without its fold of other sources, and without anything of its near-duplicate groups. No rules take part. These are the figures to expect on new text.',
    '',
    ...unseenTables(unseen, records),
    '## The finished guardian: rules and shipped weights',
    '',
    'The shipped weights were trained on most of these records, so these figures flatter; they show that rules and models work together, and where own false records are flagged. PII and secrets have no trained part.',
    '',
    ...finishedTables(measured),
    '## Flagged by anything',
    '',
    flaggedTable(measured),
    '',
    '## Speed',
    '',
    speed(measured),
    '',
  ].join('\n')
}
