import { writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { exchangesOf } from './exchanges.ts'
import { corpusOf, fitCompositions, fitHeads, outOfFold } from './fit.ts'
import { whyNotTrained } from './licences.ts'
import { quantised } from './pack.ts'
import { readRecords } from './records.ts'
import { samplesOf } from './samples.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' }, out: { type: 'string' } },
})
const paths = positionals.length > 0 ? positionals : [process.env.CUSTOS_DATA ?? ''].filter(Boolean)
if (values.help || paths.length === 0) {
  console.log('npm run train -- DIR [MORE.jsonl ...]')
  process.exit(values.help ? 0 : 2)
}
const records = readRecords(paths).filter((r) => whyNotTrained(r) === null)
const samples = samplesOf(records)
const corpus = corpusOf(samples, exchangesOf(records))
console.log(`${records.length} records, ${samples.length} texts`)
const fold = ({ group }: { group: string }) =>
  Number.parseInt(createHash('sha256').update(group).digest('hex').slice(0, 6), 16) % 5
const signals = outOfFold(corpus, 5, fold, (f) => console.log(`fold ${f + 1} of 5`))
const compositions = fitCompositions(corpus, signals)
const { planes, scales, biases } = quantised(fitHeads(corpus, () => true))
const thresholds = {
  injection: 0.9,
  jailbreak: 0.9,
  harmful_request: 0.9,
  unsafe_response: 0.9,
  refusal: 0.8,
}
const body = {
  linear: { planes: Buffer.from(planes.buffer).toString('base64'), scales, biases },
  compositions,
  thresholds,
}
const version = createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 12)
writeFileSync(
  new URL('../models/weights/weights.ts', import.meta.url),
  `// Written by \`npm run train\`. Do not edit.\nexport const modelVersion = '${version}'\nexport const weights = ${JSON.stringify(body)}\n`,
)
console.log(compositions, version)
