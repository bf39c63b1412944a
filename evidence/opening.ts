import { sha256Hex } from './digest.ts'
import { ExportFault } from './export-fault.ts'

/** What the check needs of an export's opening. [X3] */
export interface Opening {
  format: 'json' | 'ndjson'
  runId: string
  /** Head and length of the run when the export covers it from end to end; else null. */
  whole: { lastSeq: number; head: string } | null
  genesis: string
  firstLink: string | null
  /** The range as it stands there. */
  range: string
  /** What it says of the run. */
  run: Record<string, unknown>
  sha256: string
}

const entriesMember = ',"entries":['
const hash = /^[0-9a-f]{64}$/

/**
 * Reads the first line of an export and checks the genesis. [X3] [X4] [C2]
 *
 * @throws ExportFault when it is not one
 */
export async function readOpening(line: string): Promise<Opening> {
  const isJson = line.endsWith(entriesMember)
  const text = isJson ? `${line.slice(0, -entriesMember.length)}}` : line
  const about = parseObject(text)
  const run = about['run']
  if (about['custos_export'] !== 1 || !isObject(run) || !isObject(about['range'])) throw notAnExport()
  if ('entries' in about) {
    throw new ExportFault('All of it stands on this line: another program wrote it anew.')
  }
  const { id, last_seq: lastSeq, head } = run
  const firstLink = about['first_link'] ?? null
  if (typeof id !== 'string' || typeof lastSeq !== 'number' || typeof head !== 'string') throw notAnExport()
  if (firstLink !== null && !(typeof firstLink === 'string' && hash.test(firstLink))) throw notAnExport()
  const genesis = await sha256Hex(`custos/chain/1:${id}`)
  if (about['genesis'] !== genesis) throw new ExportFault('The genesis is not that of the run.')
  const { start, end } = about['range']
  return {
    format: isJson ? 'json' : 'ndjson',
    runId: id,
    whole: start === null && end === null ? { lastSeq, head } : null,
    genesis,
    firstLink,
    range: JSON.stringify(about['range']),
    run,
    sha256: await sha256Hex(text),
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @throws ExportFault when the text is no JSON object */
export function parseObject(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ExportFault('This line is not JSON.')
  }
  if (!isObject(value)) throw new ExportFault('This line is not a JSON object.')
  return value
}

function notAnExport(): ExportFault {
  return new ExportFault('This is not the opening of a Custos export in JSON or NDJSON.')
}
