import type { Verdict } from '../../protocol/verdict.ts'
import { modelThresholds } from '../models/thresholds.ts'
import type { ModelScores } from '../models/score-exchange.ts'
import type { Measured } from './measure.ts'
import { areaInterval, rocArea } from './metrics.ts'
import { percent, three, two } from './task-table.ts'
import { writtenSources } from './written-records.ts'

/** What is asked of the guardian, each of the texts that were written for it. */
const questions = [
  ['injection', 'Injection'],
  ['jailbreak', 'Jailbreak'],
  ['harmful_request', 'Harmful request'],
  ['unsafe_response', 'Unsafe response'],
  ['refusal', 'Refusal'],
] as const satisfies readonly (readonly [keyof ModelScores, string])[]

/** A refusal is what the verdict calls one; the rest is flagged from its threshold on. */
const isFlagged = (verdict: Verdict, risk: keyof ModelScores): boolean =>
  risk === 'refusal' ? verdict.refused : verdict.risks[risk] >= modelThresholds[risk]

/** The texts of one kind that should be flagged, or that should not. */
interface Kind {
  readonly name: string
  readonly texts: readonly Measured[]
  readonly scores: readonly number[]
}

const share = ({ texts }: Kind, test: (verdict: Verdict) => boolean): string =>
  percent(texts.filter(({ verdict }) => test(verdict)).length / texts.length)

function kindsOf(texts: readonly Measured[], risk: keyof ModelScores): Kind[] {
  const byName = Map.groupBy(texts, ({ record }) => kindOf(record.category, risk))
  return [...byName].map(([name, of]) => ({
    name,
    texts: of,
    scores: of.map(({ verdict }) => verdict.risks[risk]),
  }))
}

/**
 * The finished guardian on texts that were written singly and are not trained on (`written/unseen/`), a line for every
 * kind of text that should be flagged beside every kind that should not.
 */
export function afreshTable(measured: readonly Measured[]): string {
  const lines = questions.flatMap(([risk, title]) => {
    const texts = measured.filter(({ record }) => record.source === writtenSources[risk])
    const [yes, no] = [true, false].map((label) =>
      kindsOf(
        texts.filter(({ record }) => record.label === label),
        risk,
      ),
    )
    return (yes ?? []).flatMap((bad) => (no ?? []).map((good) => `| ${title} | ${cells(bad, good, risk)} |`))
  })
  return [
    '| task | true | false | area (95 %) | true flagged | false flagged | false not green |',
    '| --- | --- | --- | --- | ---: | ---: | ---: |',
    ...lines,
  ].join('\n')
}

function cells(bad: Kind, good: Kind, risk: keyof ModelScores): string {
  const area = rocArea(bad.scores, good.scores)
  const [from, to] = areaInterval(area, bad.scores.length, good.scores.length)
  return [
    `${bad.name} (${bad.texts.length})`,
    `${good.name} (${good.texts.length})`,
    `${three(area)} (${two(from)}–${two(to)})`,
    share(bad, (verdict) => isFlagged(verdict, risk)),
    share(good, (verdict) => isFlagged(verdict, risk)),
    share(good, ({ color }) => color !== 'green'),
  ].join(' | ')
}

/** Requests for harm have twenty categories, which are one kind here. */
const kindOf = (category: string, risk: keyof ModelScores): string =>
  risk === 'harmful_request' && !['look_alike', 'ordinary'].includes(category) ? 'harmful' : category
