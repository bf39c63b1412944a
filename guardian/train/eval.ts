import { parseArgs } from 'node:util'
import { writeFileSync } from 'node:fs'
import { loadedModels } from '../models/loaded-models.ts'
import { measuredExchanges } from './measure.ts'
import { kinScores } from './near-kin.ts'
import { textsOfTask } from './ordinary.ts'
import { readRecords } from './records.ts'
import { evaluationPage } from './report.ts'
import { strictInjectionTable } from './strict-table.ts'
import { scoresOf, unseenSignals } from './unseen-scores.ts'
import { trainedRecords, unseenWrittenRecords } from './written-records.ts'

const usage = `Measures the guardian on labelled data and writes docs/evaluation.md.

  npm run eval -- PATH [MORE ...] [--fresh] [--out FILE]

PATH     a folder of labelled .jsonl or .jsonl.gz files, or one such file (see npm run train -- --help);
         the environment variable CUSTOS_DATA serves when none is given
--fresh  train the leave-one-source-out models again, even when those of the last training are at hand
--out    where to write the page (default: docs/evaluation.md)`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' }, fresh: { type: 'boolean' }, out: { type: 'string' } },
})
const paths =
  positionals.length > 0 ? positionals : [process.env.CUSTOS_DATA ?? ''].filter((path) => path !== '')
if (values.help || paths.length === 0) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}

const say = (text: string) => console.error(text)
const records = readRecords(paths)
say(`${records.length} records`)
const signals = unseenSignals(records, values.fresh ?? false, say)
const unseen = scoresOf(signals.exchanges, signals.signals, loadedModels().compositions)
const strict = strictInjectionTable(signals, textsOfTask(records, 'benign'))
const kin = kinScores(trainedRecords(records), say)
say('the finished guardian')
const measured = measuredExchanges(records)
const afresh = measuredExchanges(unseenWrittenRecords())
const page = evaluationPage(records, measured, unseen, strict, kin, afresh)
writeFileSync(values.out ?? new URL('../../docs/evaluation.md', import.meta.url), page)
console.log(page)
