import type { Risks } from '../../protocol/verdict.ts'
import { modelThresholds } from '../models/thresholds.ts'
import { modelVersion } from '../models/weights/weights.ts'
import { afreshTable } from './afresh-table.ts'
import type { Measured } from './measure.ts'
import { longTable } from './long-table.ts'
import type { LabelledRecord } from './records.ts'
import type { KinScore } from './near-kin.ts'
import { kinTable } from './near-kin.ts'
import { percent, tableOf } from './task-table.ts'
import type { UnseenScore } from './unseen-scores.ts'
import { byModels, languageTable, unseenTables, withRules } from './unseen-tables.ts'

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
  strict: string,
  kin: readonly KinScore[],
  afresh: readonly Measured[],
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
    'Each source was scored by models trained without it, without its fold of other sources, and without anything of its near-duplicate groups. No rules take part. These are the figures to expect of the models on text of another make.',
    '',
    ...unseenTables(unseen, records, modelThresholds).map(tableOf),
    '### Injection, with a composition that did not see the source either',
    '',
    'The last step, some eight weights a task, is fitted on the signals above, those of all sources together. There are two sources of injections only; here it was fitted without the one that is measured, and without the ordinary texts it is measured against.',
    '',
    strict,
    '',
    '### Injection by language, unseen phrasings',
    '',
    'From the phrase table that was written for this project, so it says nothing of wordings that nobody thought of.',
    '',
    languageTable(unseen, modelThresholds.injection),
    '',
    '## Sources never seen: models and rules together',
    '',
    'What the guardian says of an exchange are the risks that models and rules make together. Here the models are those that did not see the source; the rules were written with a look at the development data, so they flatter a little. What is encoded in a text is not read.',
    '',
    ...unseenTables(unseen, records, modelThresholds, withRules).map(tableOf),
    '## Long prompts: what is pasted is no attack',
    '',
    'Ordinary texts of unseen sources one after another, as one prompt, and the same with one unseen injection or jailbreak at a random place (`guardian/train/long-texts.ts`). Most of the injections are the quiet orders of `bipia`, which are hard to see in a short document already.',
    '',
    'Models alone:',
    '',
    longTable(unseen, modelThresholds, byModels),
    '',
    'Models and rules:',
    '',
    longTable(unseen, modelThresholds, withRules),
    '',
    '## Injection: unseen kinds of attack in unseen documents',
    '',
    'Another measure, nearer to the test side of a known source: the linear injection head alone is trained four times, each time without a quarter of the kinds of attack of `bipia`, without half of its documents, without a quarter of `deepset_prompt_injections` and without some sources of ordinary conversations, and scores those (the worst chunk of a text; no network, no composition). Written by `node guardian/train/try-injection.ts` in a minute.',
    '',
    kinTable(kin),
    '',
    '## Written afresh',
    '',
    'The finished guardian on texts that were written for this measure alone (`guardian/train/written/unseen/`), apart from those that it learned from and before them. They are synthetic, and of one make with the training texts in `guardian/train/written/`; but hard: half of the requests have no word that gives them away, and half of the planted orders do not speak to a model. *Flagged* is at the shipped threshold, a refusal by `refused`.',
    '',
    afreshTable(afresh),
    '',
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
