import { contentCommitment, genesisHash, linkHash } from '../durable-objects/chain.ts'
import { beatContentText, entryText, fillBeatHeader, frameBeatHeader } from '../durable-objects/entry-text.ts'
import { redactExchange } from '../guardian/index.ts'
import { projectSettingsSchema } from '../protocol/index.ts'
import { guardianFor } from '../workers/beats/guardian-for.ts'
import { prepareBeat } from '../workers/beats/prepare-beat.ts'
import { readBeat, type ReadBeat } from '../workers/beats/read-beat.ts'
import { demoExchanges } from './measure/exchanges.ts'

/*
 * `node bench/stages.ts`: what each step of a beat takes that needs neither network nor database, in Node, on
 * batches of a hundred of the demo's exchanges. The least of many rounds: other work on the machine only adds.
 */
const rounds = 150
const batch = 100
const standards = { settings: projectSettingsSchema.parse({}), policy: null }
const exchanges = demoExchanges()
const json = JSON.stringify({
  beats: Array.from({ length: batch }, (_, i) => exchanges[i % exchanges.length]),
})
const place = {
  run_id: 'run_bench',
  run_status: 'active' as const,
  timestamp: new Date().toISOString(),
  while_paused: false,
}
const least = new Map<string, number>()

for (let round = 0; round < rounds; round++) {
  const { beats } = timed('parse the body', () => JSON.parse(json) as { beats: unknown[] })
  const read = timed('check a beat by its schema', () => beats.map(readable))
  const given = read.map(({ input }) => ({ prompt: input.prompt ?? null, response: input.response ?? null }))
  const guardian = guardianFor(standards)
  const judged = timed('verdict', () => given.map((exchange) => guardian.evaluateWithHits(exchange)))
  const redacted = timed('redaction', () =>
    judged.map(({ verdict, hits }, i) =>
      redactExchange(given[i] ?? { prompt: null, response: null }, verdict.findings, hits),
    ),
  )
  const contents = timed('text of the content', () =>
    redacted.map(({ prompt, response }) =>
      beatContentText({ prompt, response, meta: null, reported: null, truncated: null }),
    ),
  )
  const seals = timed('commitment', () => contents.map((text) => contentCommitment('ab'.repeat(16), text)))
  timed('text of the header', () =>
    judged.map(({ verdict }, i) =>
      frameBeatHeader({
        ...verdict,
        id: 'bt_bench',
        client_timestamp: null,
        enforcement: null,
        warnings: [],
        content_commitment: seals[i] ?? '',
      }),
    ),
  )
  const prepared = timed('all from verdict to header', () => read.map((one) => prepareBeat(one, standards)))
  const there = timed('copy, as a call to the object makes one', () => structuredClone(prepared))
  const rows = timed('fill in the place, and link', () => {
    let hash = genesisHash(place.run_id)
    return there.map(({ header, content }, i) => {
      const text = fillBeatHeader(header, { ...place, seq: i + 1 })
      hash = linkHash(hash, text)
      return { seq: i + 1, type: 'beat' as const, header: text, content, salt: null, hash }
    })
  })
  timed('frame for a viewer', () => rows.map((row) => entryText(row)).join(',').length)
}
console.log(
  `µs a beat, least of ${rounds} rounds of ${batch}, ${Math.round(json.length / batch)} bytes each\n`,
)
for (const [name, micros] of least) console.log(`${name.padEnd(42)}${micros.toFixed(1).padStart(8)}`)

function timed<T>(name: string, work: () => T): T {
  const start = performance.now()
  const result = work()
  const micros = ((performance.now() - start) * 1000) / batch
  least.set(name, Math.min(least.get(name) ?? Infinity, micros))
  return result
}

function readable(value: unknown): ReadBeat {
  const read = readBeat(value, false)
  if ('problem' in read) throw new Error(read.problem.detail)
  return read
}
