import { env } from 'cloudflare:test'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { verifyExport } from '../../evidence/verify-export.ts'
import { jsonExportSchema } from '../../protocol/index.ts'
import { call, postBeat } from '../testing/call.ts'
import { seedKey } from '../testing/seed.ts'
import { csvColumns } from './write-csv.ts'

const texts = [
  'Paris.',
  'naïve 🫀 \u2028 "quoted", \\ back\r\nline',
  '',
  '=HYPERLINK("x")',
  '你好, नमस्ते, مرحبا',
]

async function seedRun(beats = 30) {
  const { auth } = await seedKey()
  const body = {
    beats: Array.from({ length: beats }, (_, i) => ({
      prompt: `Question ${i}`,
      response: texts[i % texts.length],
      confidence: i / beats,
      meta: { i },
    })),
  }
  await call('POST', '/simulator/logs/batch/', auth, body)
  const { run_id } = await postBeat(auth, { response: 'last' })
  await call('POST', `/simulator/logs/${run_id}/2/amendments/`, auth, {
    amendment: 'note',
    data: { a: 'seen' },
  })
  return { auth, run_id, beats: beats + 1 }
}

async function* bodyOf(answer: Response): AsyncGenerator<Uint8Array> {
  expect(answer.status).toBe(200)
  const reader = (answer.body ?? new ReadableStream()).getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value as Uint8Array
}

async function timestampOf(runId: string, seq: number): Promise<string> {
  const sql = 'SELECT at FROM entries WHERE run_id = ? AND seq = ?'
  const at = await env.DB.prepare(sql).bind(runId, seq).first<number>('at')
  return new Date(at ?? 0).toISOString()
}

describe('an export', () => {
  it('[X3] [X4] [X10] is intact by the check, in JSON and NDJSON, with the same lines', async () => {
    const { auth, run_id, beats } = await seedRun()
    const bodies: string[] = []
    for (const format of ['json', 'ndjson'] as const) {
      const answer = await call('GET', `/simulator/export/${run_id}/?format=${format}`, auth)
      expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="${run_id}.${format}"`)
      bodies.push(await answer.clone().text())
      expect(await verifyExport(bodyOf(answer))).toMatchObject({
        intact: true,
        format,
        beats,
        wholeRun: true,
      })
    }
    const [json = '', ndjson = ''] = bodies.map((body) => body.split('\n').slice(1, -2).join('\n'))
    expect(json.replaceAll(/,$/gm, '')).toBe(ndjson)
  })

  it('[X2] [X10] of a range hangs on its first link', async () => {
    const { auth } = await seedKey()
    for (let i = 0; i < 4; i++) {
      await postBeat(auth, { response: `A${i}` })
      await scheduler.wait(3)
    }
    const { run_id } = await postBeat(auth, { response: 'last' })
    await call('GET', `/simulator/export/${run_id}/`, auth).then((answer) => answer.text())
    const [start, end] = [await timestampOf(run_id, 2), await timestampOf(run_id, 4)]
    const query = `format=ndjson&start=${start}&end=${end}`
    const answer = await call('GET', `/simulator/export/${run_id}/?${query}`, auth)
    const check = await verifyExport(bodyOf(answer))
    expect(check).toMatchObject({ intact: true, wholeRun: false, firstSeq: 2, lastSeq: 3 })
    const sql = 'SELECT hash FROM entries WHERE run_id = ? AND seq = 1'
    expect(check).toMatchObject({ firstLink: await env.DB.prepare(sql).bind(run_id).first('hash') })
  })

  it('[X6] without texts still proves the chain', async () => {
    const { auth, run_id } = await seedRun()
    const answer = await call('GET', `/simulator/export/${run_id}/?texts=withheld`, auth)
    const text = await answer.clone().text()
    expect(text).not.toContain('Question')
    expect(jsonExportSchema.parse(JSON.parse(text)).entries[0]).toMatchObject({
      prompt: null,
      withheld: true,
    })
    expect(await verifyExport(bodyOf(answer))).toMatchObject({ intact: true, withheld: 32 })
    const csv = await call('GET', `/simulator/export/${run_id}/?format=csv&texts=withheld`, auth)
    expect(await csv.text()).not.toContain('Question')
  })

  it('[X7] [X8] [X9] as CSV is read by an independent parser, and ends with count and head', async () => {
    const { auth, run_id, beats } = await seedRun()
    const answer = await call('GET', `/simulator/export/${run_id}/?format=csv&bom=true`, auth)
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await answer.arrayBuffer())
    expect(
      text.startsWith(
        '\u{feff}timestamp,alignment_score,color,flatline,violations,confidence,prompt,response,',
      ),
    ).toBe(true)
    const rows = parse<Record<string, string>>(text, { bom: true, columns: true, record_delimiter: '\r\n' })
    expect(Object.keys(rows[0] ?? {})).toEqual([...csvColumns])
    expect(rows).toHaveLength(beats + 1)
    expect(rows.slice(0, 30).map(({ response }) => response?.replace(/^'/, ''))).toEqual(
      Array.from({ length: 30 }, (_, i) => texts[i % texts.length]),
    )
    expect(rows[3]).toMatchObject({ prompt: 'Question 3', response: `'=HYPERLINK("x")`, confidence: '0.1' })
    const end = rows.at(-1)
    const json = await call('GET', `/simulator/export/${run_id}/`, auth).then((answer) => answer.json())
    const { count, head, genesis } = jsonExportSchema.parse(json)
    expect(end).toMatchObject({ record: 'end', run_id, timestamp: '' })
    expect(JSON.parse(end?.['note'] ?? '')).toEqual({
      count,
      beats,
      head,
      first_link: genesis,
      complete: true,
    })
  })

  it('[X3] breaks off, and is not whole, when the log lacks an entry', async () => {
    const { auth, run_id } = await seedRun()
    await call('GET', `/simulator/export/${run_id}/`, auth).then((answer) => answer.text())
    await env.DB.prepare('DELETE FROM entries WHERE run_id = ? AND seq = 7').bind(run_id).run()
    const read = async () => {
      const answer = await call('GET', `/simulator/export/${run_id}/?format=ndjson`, auth)
      return answer.text()
    }
    await expect(read()).rejects.toThrow('Entry 7 is missing')
  })

  it('[N1] pages by bytes as well as by rows', async () => {
    const { auth } = await seedKey()
    for (let i = 0; i < 12; i++)
      await postBeat(auth, { prompt: `${i}`.repeat(120_000), response: 'é'.repeat(60_000) })
    const { run_id } = await postBeat(auth, { response: 'last' })
    const answer = await call('GET', `/simulator/export/${run_id}/?format=ndjson`, auth)
    const sizes: number[] = []
    async function* measured() {
      for await (const chunk of bodyOf(answer)) {
        sizes.push(chunk.length)
        yield chunk
      }
    }
    expect(await verifyExport(measured())).toMatchObject({ intact: true, beats: 13 })
    expect(Math.max(...sizes)).toBeLessThan(2 * 1024 * 1024)
    expect(sizes.length).toBeGreaterThan(3)
  })
})
