import { areaInterval, rocArea, shareAbove, thresholdAt, wilson } from './metrics.ts'

export const two = (x: number) => (Number.isNaN(x) ? '–' : x.toFixed(2).replace(/^0/, ''))
export const three = (x: number) => (Number.isNaN(x) ? '–' : x.toFixed(3).replace(/^0/, ''))
export const percent = (x: number) => (Number.isNaN(x) ? '–' : `${(100 * x).toFixed(1)} %`)

/** Scores of one task: what should be flagged and what should not, by source. */
export interface Scored {
  readonly source: string
  readonly positive: boolean
  readonly score: number
}

export interface TaskTable {
  readonly title: string
  readonly scored: readonly Scored[]
  /** Scores of ordinary conversations. */
  readonly ordinary: readonly number[]
  readonly threshold: number
}

/** The figures of some records of a task. */
export interface Figures {
  readonly area: number
  readonly areaFrom: number
  readonly areaTo: number
  readonly at1: number
  readonly at1From: number
  readonly at1To: number
  readonly at5: number
  readonly recall: number
}

export function figuresOf(positives: readonly number[], { ordinary, threshold }: TaskTable): Figures {
  const area = rocArea(positives, ordinary)
  const [areaFrom, areaTo] = areaInterval(area, positives.length, ordinary.length)
  const at1 = shareAbove(positives, thresholdAt(ordinary, 0.01))
  const [at1From, at1To] = wilson(at1, positives.length)
  const at5 = shareAbove(positives, thresholdAt(ordinary, 0.05))
  const recall = positives.filter((score) => score >= threshold).length / Math.max(1, positives.length)
  return { area, areaFrom, areaTo, at1, at1From, at1To, at5, recall }
}

/** Share of scores that are flagged. */
export function flagged(scores: readonly number[], threshold: number): number {
  return scores.length === 0
    ? Number.NaN
    : scores.filter((score) => score >= threshold).length / scores.length
}

function harmonic(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

function tableRow(
  label: string,
  positives: readonly number[],
  own: readonly number[],
  table: TaskTable,
): string {
  const { ordinary, threshold } = table
  const f = figuresOf(positives, table)
  const found = positives.filter((score) => score >= threshold).length
  const wrong = [...own, ...ordinary].filter((score) => score >= threshold).length
  const f1 = harmonic(found + wrong === 0 ? 0 : found / (found + wrong), f.recall)
  const cells =
    positives.length === 0
      ? ['–', '–', '–', '–', '–', '–']
      : [
          `${three(f.area)} (${two(f.areaFrom)}–${two(f.areaTo)})`,
          `${two(f.at1)} (${two(f.at1From)}–${two(f.at1To)})`,
          two(f.at5),
          two(rocArea(positives, own)),
          two(f.recall),
          two(f1),
        ]
  return `| ${label} | ${positives.length} | ${own.length} | ${cells.join(' | ')} | ${percent(flagged(own, threshold))} |`
}

export function tableOf(table: TaskTable): string {
  const sources = [...new Set(table.scored.map(({ source }) => source))].sort()
  const of = (source: string | null, positive: boolean) =>
    table.scored
      .filter((one) => one.positive === positive && (source === null || one.source === source))
      .map(({ score }) => score)
  const withBoth = new Set(table.scored.filter(({ positive }) => positive).map(({ source }) => source))
  const falseSources = new Set(table.scored.filter(({ positive }) => !positive).map(({ source }) => source))
  // Where true and false records come from different sources, all false ones are taken.
  const someHaveBoth = [...withBoth].some((source) => falseSources.has(source))
  const ownOfAll = table.scored
    .filter((one) => !one.positive && (withBoth.has(one.source) || !someHaveBoth))
    .map(({ score }) => score)
  const ordinaryFalse = flagged(table.ordinary, table.threshold)
  return [
    `### ${table.title}`,
    '',
    `Ordinary conversations: ${table.ordinary.length}, flagged at the shipped threshold (${table.threshold}): ${percent(ordinaryFalse)}.`,
    '',
    '| source | true | false | area (95 %) | recall at 1 % (95 %) | at 5 % | area, own false | recall, shipped | F1, shipped | own false flagged |',
    '| --- | ---: | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |',
    tableRow('**all**', of(null, true), ownOfAll, table),
    ...sources.map((source) => tableRow(source, of(source, true), of(source, false), table)),
    '',
  ].join('\n')
}
