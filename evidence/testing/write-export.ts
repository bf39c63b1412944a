import { createHash, createHmac } from 'node:crypto'
import canonicalize from 'canonicalize'
import { contentFields } from '../../protocol/content-fields.ts'

/** An export written by the letter of the specification with other libraries: nothing of the server's. */
export function writeExport(how: {
  format: 'json' | 'ndjson'
  contents: Content[]
  first?: number
  whole?: boolean
  runId?: string
}): { file: string; lines: string[]; closing: string } {
  const { format, contents, first = 1, whole = first === 1, runId = 'run_test' } = how
  const genesis = sha256(`custos/chain/1:${runId}`)
  const firstLink = first === 1 ? genesis : sha256('what came before')
  let head = firstLink
  const entries = contents.map((content, i) => {
    const text = content.data === null ? '' : (canonicalize(content.data) ?? '')
    const salt = createHash('md5').update(`salt ${i}`).digest('hex')
    const committed =
      content.data && createHmac('sha256', Buffer.from(salt, 'hex')).update(text).digest('hex')
    const { type } = content
    const header = canonicalize({
      v: 1,
      type,
      run_id: runId,
      seq: first + i,
      id: `x_${i}`,
      content_commitment: committed,
      score: 0.1 * i,
    })
    head = createHash('sha256')
      .update(Buffer.from(head, 'hex'))
      .update(header ?? '')
      .digest('hex')
    const nulls = contentFields[type].map((name) => `"${name}":null`).join(',')
    const inner = content.absent ? nulls : text.slice(1, -1)
    const seal = `"hash":"${head}","salt":${content.data && !content.absent ? `"${salt}"` : 'null'}`
    const absent = content.absent ? `,"${content.absent}":true` : ''
    return `${header?.slice(0, -1)}${inner && `,${inner}`},${seal}${absent}}`
  })
  const last = first + contents.length - 1
  const opening = JSON.stringify({
    custos_export: 1,
    run: { id: runId, name: 'Näme', last_seq: last, head },
    range: { start: whole ? null : '2026-01-01T00:00:00.000Z', end: null },
    genesis,
    first_link: contents.length === 0 ? null : firstLink,
  })
  const closing = JSON.stringify({
    count: contents.length,
    beats: contents.filter(({ type }) => type === 'beat').length,
    head: contents.length === 0 ? null : head,
    about_sha256: sha256(opening),
    complete: true,
  })
  const lines =
    format === 'ndjson'
      ? [opening, ...entries, closing]
      : [
          `${opening.slice(0, -1)},"entries":[`,
          ...entries.map((entry, i) => (i < entries.length - 1 ? `${entry},` : entry)),
          `],${closing.slice(1)}`,
        ]
  return { file: `${lines.join('\n')}\n`, lines, closing }
}

/** An export across runs, written in the same way. [X16] */
export function writeProjectExport(
  format: 'json' | 'ndjson',
  runs: Content[][],
): { file: string; lines: string[] } {
  const range = { start: '2026-01-01T00:00:00.000Z', end: null }
  const opening = JSON.stringify({
    custos_project_export: 1,
    project: { id: 'prj_test', name: 'Test' },
    range,
  })
  const parts = runs.map((contents, i) => writeExport({ format, contents, whole: false, runId: `run_${i}` }))
  const graves = ['run_x', 'run_y'].map((run_id) => JSON.stringify({ deleted_run: { run_id, last_seq: 7 } }))
  let seal = sha256(opening)
  for (const line of [...parts.map(({ closing }) => closing), ...graves]) {
    seal = createHash('sha256').update(Buffer.from(seal, 'hex')).update(line).digest('hex')
  }
  const entries = runs.flat()
  const closing = JSON.stringify({
    runs: runs.length,
    deleted: graves.length,
    count: entries.length,
    beats: entries.filter(({ type }) => type === 'beat').length,
    seal,
    complete: true,
  })
  const lines =
    format === 'ndjson'
      ? [opening, ...parts.flatMap(({ lines }) => lines), ...graves, closing]
      : [
          `${opening.slice(0, -1)},"exports":[`,
          ...parted(parts.map(({ lines }) => lines.join('\n'))).flatMap((text) => text.split('\n')),
          '],"deleted_runs":[',
          ...parted(graves),
          `],${closing.slice(1)}`,
        ]
  return { file: `${lines.join('\n')}\n`, lines }
}

export interface Content {
  type: keyof typeof contentFields
  data: Record<string, unknown> | null
  absent?: 'erased' | 'withheld'
}

/** A run in small: beats of several scripts, an event, an amendment, an erased text. */
export function sampleContents(): Content[] {
  return [
    beat('What is the capital?', 'Paris.'),
    beat(null, 'naïve 🫀 \u2028 "quoted" \\ back\n'),
    { type: 'system', data: null },
    { ...beat('gone', 'gone'), absent: 'erased' },
    { type: 'amendment', data: { data: { label: 'confirmed' } } },
    { ...beat('kept back', 'kept back'), absent: 'withheld' },
    beat('', ''),
  ]
}

/** The file in chunks of a size. */
export async function* chunksOf(file: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += size) yield file.slice(at, at + size)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function beat(prompt: string | null, response: string): Content {
  return {
    type: 'beat',
    data: { prompt, response, meta: { n: [1, 0.5, 1e21], é: null }, reported: null, truncated: null },
  }
}

function parted(texts: readonly string[]): string[] {
  return texts.map((text, i) => (i < texts.length - 1 ? `${text},` : text))
}
