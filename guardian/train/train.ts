import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chosenThresholds } from './choose-thresholds.ts'
import { corpusOf } from './corpus.ts'
import { exchangesOf } from './exchanges.ts'
import { defaultFit, fitModels } from './fit.ts'
import { fitCompositions } from './fit-compositions.ts'
import { foldOf, sourceFolds } from './folds.ts'
import { whyNotTrained } from './licences.ts'
import { modelCard } from './model-card.ts'
import { textsOfTask } from './ordinary.ts'
import { outOfFold } from './out-of-fold.ts'
import { packed } from './pack.ts'
import { readRecords } from './records.ts'
import { keepSignals } from './kept-signals.ts'
import { samplesOf } from './samples.ts'
import { ownSamples } from './templates/own-samples.ts'
import { scoresOf } from './unseen-scores.ts'
import { languageTable, unseenTables } from './unseen-tables.ts'
import { wordVectors } from './word-vectors.ts'
import { writeWeights } from './write-weights.ts'
import { writtenRecords } from './written-records.ts'

const usage = `Trains the guardian's models; writes guardian/models/weights/weights.ts and docs/model-card.md.

  npm run train -- PATH [MORE ...] [--out FILE]

PATH   a folder of labelled .jsonl or .jsonl.gz files, or one such file; the environment variable
       CUSTOS_DATA serves when none is given. The development data is not part of this repository.
       Lines: {"source", "licence", "task", "prompt", "response", "label", "category"?, "group"?};
       tasks: injection, jailbreak, harmful_request, unsafe_response, over_refusal, evasion_refusal,
       benign (pii and secret are read and not used). Labels exported from Custos fit as they are.
--out  where to write the weights (default: guardian/models/weights/weights.ts); with it, no model card

The same input gives the same bytes. Takes some minutes on one core.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' }, out: { type: 'string' } },
})
const paths =
  positionals.length > 0 ? positionals : [process.env.CUSTOS_DATA ?? ''].filter((path) => path !== '')
if (values.help || paths.length === 0) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}

const started = performance.now()
const say = (text: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`)

const all = readRecords(paths)
const leftOut = new Map<string, { count: number; why: string }>()
const data = all.filter((record) => {
  const why = whyNotTrained(record)
  if (why === null) return true
  leftOut.set(record.source, { count: (leftOut.get(record.source)?.count ?? 0) + 1, why })
  return false
})
for (const [source, { count, why }] of leftOut) say(`left out: ${source} (${count} records): ${why}`)
const singly = writtenRecords()
const records = [...data, ...singly]
const written = ownSamples()
const corpus = corpusOf([...samplesOf(records), ...written], exchangesOf(records, written))
say(`${data.length} records, ${singly.length} written singly, ${written.length} samples of patterns`)

const pretrained = wordVectors()
say('calibration: reading every source with models that did not see it')
const signals = outOfFold(corpus, pretrained, sourceFolds.length, foldOf, defaultFit, (fold) =>
  say(`  fold ${fold + 1} of ${sourceFolds.length}`),
)
keepSignals(signals)
const ordinary = textsOfTask(data, 'benign')
const compositions = fitCompositions(corpus, signals, ordinary)
const lookAlike = textsOfTask(data, 'over_refusal')
const thresholds = chosenThresholds(corpus, signals, compositions, ordinary, lookAlike)

say('final models')
const models = fitModels(
  corpus,
  pretrained,
  () => true,
  defaultFit,
  (epoch, loss) => say(`  epoch ${epoch + 1} of ${defaultFit.epochs}: loss ${loss.toFixed(4)}`),
)
const out = values.out ?? new URL('../models/weights/weights.ts', import.meta.url)
const { version, bytes } = writeWeights(out, { ...packed(models, compositions), thresholds })
if (values.out === undefined) {
  const unseen = scoresOf(corpus.exchanges, signals, compositions)
  const tables = unseenTables(unseen, records, thresholds)
  const languages = languageTable(unseen, thresholds.injection)
  const facts = {
    version,
    bytes,
    records,
    leftOut,
    written,
    options: defaultFit,
    thresholds,
    tables,
    languages,
  }
  writeFileSync(new URL('../../docs/model-card.md', import.meta.url), modelCard(facts))
}
say(`weights ${version}: ${(bytes / 1000).toFixed(0)} kB; thresholds ${JSON.stringify(thresholds)}`)
