/**
 * How well personal data and secrets are found: `node guardian/train/measure-privacy.ts DIR [--show]`, where
 * DIR holds labelled `*.jsonl.gz`. A text counts as flagged when anything of the task is found in it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { detectPersonalData, detectSecrets, detectSensitive, type Hit } from '../privacy/index.ts'

interface Line {
  readonly source: string
  readonly category?: string | null
  readonly label: boolean
  readonly prompt: string | null
  readonly response: string | null
}

const [directory = '.', ...flags] = process.argv.slice(2)
const show = flags.includes('--show')

const read = (task: string): Line[] =>
  gunzipSync(readFileSync(join(directory, `${task}.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)

const textsOf = (line: Line): string[] => [line.prompt, line.response].filter((text) => text !== null)

function report(
  name: string,
  lines: readonly Line[],
  detect: (text: string) => Hit[],
  wanted: boolean,
): void {
  let flagged = 0
  for (const line of lines) {
    const hits = textsOf(line).flatMap((text) => detect(text).map((hit) => ({ hit, text })))
    if (hits.length > 0) flagged++
    if (show && hits.length > 0 !== wanted) {
      const found = hits.map(({ hit, text }) => `${hit.kind}=${text.slice(hit.start, hit.end)}`)
      process.stdout.write(
        `  ${name} ${JSON.stringify(textsOf(line).join(' ¦ ').slice(0, 400))} ${found.join(' | ')}\n`,
      )
    }
  }
  const share = lines.length === 0 ? 0 : (100 * flagged) / lines.length
  process.stdout.write(
    `${name.padEnd(44)} ${String(flagged).padStart(5)} / ${String(lines.length).padEnd(5)} ${share.toFixed(2)} %\n`,
  )
}

const pii = read('pii')
const secrets = read('secret')
const benign = [...read('benign'), ...read('over_refusal')]
const bySource = (lines: readonly Line[]): string[] => [...new Set(lines.map((line) => line.source))].sort()

for (const source of bySource(pii)) {
  const own = pii.filter((line) => line.source === source)
  report(
    `pii structured, recall, ${source}`,
    own.filter((l) => l.category === 'structured'),
    detectPersonalData,
    true,
  )
  report(
    `pii address, recall, ${source}`,
    own.filter((l) => l.category === 'address'),
    detectPersonalData,
    true,
  )
  report(
    `pii own clean, ${source}`,
    own.filter((l) => !l.label),
    detectPersonalData,
    false,
  )
}
for (const source of bySource(secrets)) {
  const own = secrets.filter((line) => line.source === source)
  report(
    `secret recall, ${source}`,
    own.filter((l) => l.label),
    detectSecrets,
    true,
  )
  report(
    `secret own clean, ${source}`,
    own.filter((l) => !l.label),
    detectSecrets,
    false,
  )
}
report('pii in benign and over_refusal', benign, detectPersonalData, false)
report('secret in benign and over_refusal', benign, detectSecrets, false)

const texts = benign.flatMap(textsOf)
for (let round = 0; round < 3; round++) for (const text of texts) detectSensitive(text)
const times = texts.map((text) => {
  const before = process.hrtime.bigint()
  detectSensitive(text)
  return Number(process.hrtime.bigint() - before) / 1000
})
times.sort((a, b) => a - b)
const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1)
const units = texts.reduce((sum, text) => sum + text.length, 0) / texts.length
process.stdout.write(
  `µs a text (mean ${units.toFixed(0)} units): p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}\n`,
)
