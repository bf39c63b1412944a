import { createHash, createHmac } from 'node:crypto'
import canonicalize from 'canonicalize'
import { describe, expect, it } from 'vitest'
import {
  contentFields,
  jsonExportSchema,
  sealFields,
  type Entry,
  type JsonExport,
} from '../protocol/index.ts'
import { call, postBeat } from './testing/call.ts'
import { seedKey } from './testing/seed.ts'

async function exportRun(auth: Record<string, string>, runId: string, query = ''): Promise<JsonExport> {
  const answer = await call('GET', `/simulator/export/${runId}/?format=json${query}`, auth)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="${runId}.json"`)
  return jsonExportSchema.parse(await answer.json())
}

/** The chain as the specification words it, written anew: nothing of the server's own code. [C1] [C3] [E4] */
function firstBroken(file: JsonExport): number | null {
  let previous = createHash('sha256').update(`custos/chain/1:${file.run.id}`).digest()
  for (const entry of file.entries) {
    const { header, content } = split(entry)
    const hash = createHash('sha256')
      .update(previous)
      .update(canonicalize(header) ?? '')
      .digest()
    if (hash.toString('hex') !== entry.hash) return entry.seq
    const salt = Buffer.from(entry.salt ?? '', 'hex')
    const commitment = createHmac('sha256', salt)
      .update(canonicalize(content) ?? '')
      .digest('hex')
    if (entry.content_commitment !== null && commitment !== entry.content_commitment) return entry.seq
    previous = hash
  }
  return null
}

function split(entry: Entry) {
  const contentNames = new Set<string>(contentFields[entry.type])
  const seal = new Set<string>(sealFields)
  const fields = Object.entries(entry)
  return {
    header: Object.fromEntries(fields.filter(([name]) => !contentNames.has(name) && !seal.has(name))),
    content: Object.fromEntries(fields.filter(([name]) => contentNames.has(name))),
  }
}

describe('a JSON export', () => {
  it('[G3] [C1] [C2] [C3] holds every entry in order, and anyone can check the chain', async () => {
    const { auth } = await seedKey()
    const texts = [
      'Paris.',
      'naïve 🫀 \u2028 "quoted" \\ back',
      '',
      'é'.repeat(300),
      'Your card: 4539 1488 0343 6467',
    ]
    const beats = Array.from({ length: 230 }, (_, i) => ({
      prompt: `Question ${i}`,
      response: texts[i % texts.length],
      confidence: i / 230,
      meta: { i, nested: { b: [1, 0.1, 1e21], a: null } },
    }))
    for (let i = 0; i < beats.length; i += 50) {
      await call('POST', '/simulator/logs/batch/', auth, { beats: beats.slice(i, i + 50) })
    }
    const { run_id } = await postBeat(auth, { response: 'last' })
    await call('POST', `/simulator/logs/${run_id}/1/amendments/`, auth, {
      amendment: 'note',
      data: { text: 'seen' },
    })
    const file = await exportRun(auth, run_id)
    expect(file.entries.map((entry) => entry.seq)).toEqual(file.entries.map((_, i) => i + 1))
    expect(file).toMatchObject({ count: file.entries.length, beats: 231, complete: true })
    expect(file.head).toBe(file.entries.at(-1)?.hash)
    expect(file.head).toBe(file.run.head)
    expect(firstBroken(file)).toBeNull()
  })

  it('[C4] any change, removal or swap shows, at the entry where it is', async () => {
    const { auth } = await seedKey()
    for (let i = 0; i < 5; i++) await postBeat(auth, { prompt: `Q${i}`, response: `A${i}` })
    const { run_id } = await postBeat(auth, { response: 'last' })
    const file = await exportRun(auth, run_id)
    const tampered = (change: (entries: Entry[]) => void) => {
      const copy = structuredClone(file)
      change(copy.entries)
      return firstBroken(copy)
    }
    expect(tampered((entries) => Object.assign(entries[2] ?? {}, { response: 'A2!' }))).toBe(3)
    expect(tampered((entries) => Object.assign(entries[2] ?? {}, { alignment_score: 0.1 }))).toBe(3)
    expect(tampered((entries) => entries.splice(1, 1))).toBe(3)
    expect(tampered((entries) => entries.splice(1, 2, ...entries.slice(1, 3).toReversed()))).toBe(3)
  })

  it('[G3] narrows to a range of time, and refuses what is no time or no format', async () => {
    const { auth } = await seedKey()
    const { run_id } = await postBeat(auth, { response: 'before' })
    const start = new Date(Date.now() + 60_000).toISOString()
    const file = await exportRun(auth, run_id, `&start=${start}`)
    expect(file).toMatchObject({ entries: [], count: 0, head: null, range: { start, end: null } })
    for (const query of ['start=yesterday', 'format=docx']) {
      expect((await call('GET', `/simulator/export/${run_id}/?${query}`, auth)).status).toBe(400)
    }
  })
})
