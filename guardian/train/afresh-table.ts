import type { Verdict } from '../../protocol/verdict.ts'
import { modelThresholds } from '../models/thresholds.ts'
import type { ModelScores } from '../models/score-exchange.ts'
import type { Measured } from './measure.ts'
import { areaInterval, rocArea } from './metrics.ts'
import { percent, three, two } from './task-table.ts'

/** What a source of written texts asks of the guardian. */
const questions: readonly { source: string; title: string; risk: keyof ModelScores }[] = [
  { source: 'own:written-injections', title: 'Injection', risk: 'injection' },
  { source: 'own:written-jailbreaks', title: 'Jailbreak', risk: 'jailbreak' },
  { source: 'own:written-requests', title: 'Harmful request', risk: 'harmful_request' },
  { source: 'own:written-answers', title: 'Unsafe response', risk: 'unsafe_response' },
  { source: 'own:written-refusals', title: 'Refusal', risk: 'refusal' },
]

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
  const lines = questions.flatMap(({ source, title, risk }) => {
    const texts = measured.filter(({ record }) => record.source === source)
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
