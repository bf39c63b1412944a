import { Monitor } from '../monitor/monitor.ts'
import { injectionRisk } from '../risks.ts'
import { balancedTargets, isOwn } from './balance.ts'
import type { Corpus } from './corpus.ts'
import { chunksOf, corpusOf } from './corpus.ts'
import { defaultFit, injectionSettings, linearHead, sourceWeight } from './fit.ts'
import { rawScore, sigmoid } from './logistic.ts'
import { areaInterval, rocArea, shareAbove, thresholdAt, wilson } from './metrics.ts'
import { textsOfTask } from './ordinary.ts'
import type { LabelledRecord } from './records.ts'
import type { Sample } from './samples.ts'
import { samplesOf } from './samples.ts'
import { three, two } from './task-table.ts'
import { ownSamples } from './templates/own-samples.ts'

/**
 * How the linear injection head does on the near kin of what it learned from, with and without rules. Leaving a
 * whole source out says how it does on a stranger; a test side of a source it knows is nearer: kinds of attack and
 * documents that it has not seen, but others of the same make. The network is left out, so that this takes a minute.
 */

const folds = 4

/** The source whose categories end in the kind of attack, and the one that has no kinds. */
const indirect = 'bipia'
const direct = 'deepset_prompt_injections'

/** Sources of ordinary and look-alike prompts that are left out together. */
const ordinaryFolds: readonly (readonly string[])[] = [
  ['arena_hard_v0_1'],
  ['hh_rlhf_harmless', 'mt_bench', 'vicuna_bench'],
  ['self_instruct_seed', 'gsm8k'],
  ['cyberseceval_instruct', 'cyberseceval_frr'],
]

/** A number that spreads names evenly. */
function spreadOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

interface Place {
  /** Folds in whose training the text takes no part. */
  readonly left: (fold: number) => boolean
  /** The fold in which it is scored; null: in none. */
  readonly scored: number | null
  readonly set: string
}

/** Where every text of the data stands: half of the documents and a quarter of the kinds are left out at a time. */
function placesOf(records: readonly LabelledRecord[]): (sample: Sample) => Place {
  const kindOf = new Map(records.map(({ prompt, category }) => [prompt, category.split(':')[2] ?? '']))
  const kinds = [...new Set(kindOf.values())].sort()
  const isOrdinary = textsOfTask(records, 'benign')
  const isLookAlike = textsOfTask(records, 'over_refusal')
  return ({ text, source, group, labels }) => {
    const exchange = { prompt: text, response: null }
    const home = ordinaryFolds.findIndex((fold) => fold.includes(source))
    if (home >= 0)
      return {
        left: (fold) => fold === home,
        scored: isOrdinary(exchange) || isLookAlike(exchange) ? home : null,
        set: isOrdinary(exchange) ? 'ordinary' : 'look-alike',
      }
    const spread = spreadOf(group)
    if (source === direct)
      return { left: (fold) => spread % folds === fold, scored: spread % folds, set: source }
    if (source !== indirect) return { left: () => false, scored: null, set: source }
    const half = spread % 2
    const kind = kinds.indexOf(kindOf.get(text) ?? '') % folds
    const attack = labels.injection === 1
    return {
      left: (fold) => half === fold % 2 || (attack && kind === fold),
      scored: attack ? (kind % 2 === half ? kind : null) : half,
      set: source,
    }
  }
}

/** A text with what a head says of it that saw neither its document nor its kind. */
export interface KinScore {
  readonly set: string
  readonly attack: boolean
  readonly model: number
  readonly withRules: number
}

function worstOf(model: Parameters<typeof rawScore>[0], corpus: Corpus, text: string): number {
  return Math.max(
    ...chunksOf(text).map((chunk) => rawScore(model, corpus.rows.sparse, corpus.rowOf.get(chunk) ?? 0)),
  )
}

/** Trains the linear injection head four times and scores what each did not see. */
export function kinScores(records: readonly LabelledRecord[], say: (text: string) => void): KinScore[] {
  const samples = [...samplesOf(records), ...ownSamples()].filter(
    ({ role, labels }) => role === 'prompt' && labels.injection !== undefined,
  )
  const corpus = corpusOf(samples, [])
  const placeOf = placesOf(records)
  const places = samples.map((sample) => (isOwn(sample.source) ? null : placeOf(sample)))
  const monitor = Monitor.shared()
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    say(`near kin: fold ${fold + 1} of ${folds}`)
    const scored = samples.filter((_, i) => places[i]?.scored === fold)
    const groups = new Set(scored.map(({ group }) => group))
    const targets = balancedTargets(
      samples,
      'injection',
      ({ group }, row) => !places[row]?.left(fold) && !groups.has(group),
      (source) => sourceWeight(source, injectionSettings, defaultFit.ownWeight),
      injectionSettings.ownShares,
    )
    const head = linearHead(corpus, targets, injectionSettings)
    return scored.map((sample): KinScore => {
      const { text, labels } = sample
      const model = sigmoid(worstOf(head, corpus, text))
      const { flags } = monitor.analyze({ prompt: text })
      return {
        set: placeOf(sample).set,
        attack: labels.injection === 1,
        model,
        withRules: injectionRisk(model, flags, text),
      }
    })
  })
}

/** The scores by set, with and without rules. */
export function kinTable(scores: readonly KinScore[]): string {
  const row = (name: string, sets: readonly string[], score: (one: KinScore) => number): string => {
    const of = (attack: boolean, some: readonly string[]) =>
      scores.filter((one) => one.attack === attack && some.includes(one.set)).map(score)
    const ordinary = of(false, ['ordinary'])
    const attacks = of(true, sets)
    const area = rocArea(attacks, ordinary)
    const [from, to] = areaInterval(area, attacks.length, ordinary.length)
    const at1 = shareAbove(attacks, thresholdAt(ordinary, 0.01))
    const [at1From, at1To] = wilson(at1, attacks.length)
    const at5 = shareAbove(attacks, thresholdAt(ordinary, 0.05))
    const lookAlikes = shareAbove(of(false, ['look-alike']), thresholdAt(ordinary, 0.01))
    const cells = [
      `${three(area)} (${two(from)}–${two(to)})`,
      `${two(at1)} (${two(at1From)}–${two(at1To)})`,
      two(at5),
      two(rocArea(attacks, of(false, sets))),
      two(lookAlikes),
    ]
    return `| ${name} | ${attacks.length} | ${cells.join(' | ')} |`
  }
  const rows = [[indirect], [direct], [indirect, direct]].flatMap((sets) => {
    const name = sets.length > 1 ? '**all**' : (sets[0] ?? '')
    return [
      row(`${name}, head alone`, sets, ({ model }) => model),
      row(`${name}, with rules`, sets, ({ withRules }) => withRules),
    ]
  })
  return [
    '| attacks of | true | area (95 %) | recall at 1 % (95 %) | at 5 % | area, own false | look-alikes above 1 % |',
    '| --- | ---: | --- | --- | ---: | ---: | ---: |',
    ...rows,
  ].join('\n')
}
