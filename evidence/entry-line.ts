import { contentFields } from '../protocol/content-fields.ts'
import { canonical } from './canonical.ts'
import { commitment, link } from './digest.ts'
import { ExportFault } from './export-fault.ts'
import { parseObject } from './opening.ts'

/** One entry of an export, taken apart. */
export interface EntryLine {
  seq: number
  type: keyof typeof contentFields
  runId: string
  hash: string
  /** RFC 8785 text of the header. */
  header: string
  /** RFC 8785 text of the content; null for an entry that has none. */
  content: string | null
  commitment: string | null
  salt: string | null
  absent: 'erased' | 'withheld' | null
  /** The whole of it, parsed. */
  value: Record<string, unknown>
}

/** Members of a line that belong to neither header nor content. [X5] */
const besides = new Set(['hash', 'salt', 'erased', 'withheld'])

const hex = { hash: /^[0-9a-f]{64}$/, salt: /^[0-9a-f]{32}$/ }

/**
 * Takes an entry's line apart, and puts it together again: a byte that means nothing (a blank, another way to
 * write a number, a name given twice) would otherwise pass. [X5] [X10]
 *
 * @throws ExportFault when it is not what an export writes
 */
export function readEntryLine(line: string): EntryLine {
  const value = parseObject(line)
  const { hash, salt, erased, withheld, type, seq, run_id: runId, content_commitment: committed } = value
  if (type !== 'beat' && type !== 'system' && type !== 'amendment') throw shapeless()
  if (typeof seq !== 'number' || typeof runId !== 'string') throw shapeless()
  if (typeof hash !== 'string' || !hex.hash.test(hash)) throw shapeless()
  if (salt !== null && !(typeof salt === 'string' && hex.salt.test(salt))) throw shapeless()
  if (committed !== null && typeof committed !== 'string') throw shapeless()
  const names: readonly string[] = contentFields[type]
  const headers: string[] = []
  const contents: string[] = []
  for (const name of Object.keys(value).toSorted()) {
    if (besides.has(name)) continue
    const text = `${JSON.stringify(name)}:${canonical(value[name], 1)}`
    if (names.includes(name)) contents.push(text)
    else headers.push(text)
  }
  const inner = contents.join(',')
  const header = `{${headers.join(',')}}`
  const absent = erased === true ? 'erased' : withheld === true ? 'withheld' : null
  const again =
    `${header.slice(0, -1)}${inner && `,${inner}`},"hash":"${hash}","salt":${JSON.stringify(salt)}` +
    `${absent ? `,"${absent}":true` : ''}}`
  if (again !== line) throw new ExportFault('The entry is not written as an export writes it.')
  return {
    seq,
    type,
    runId,
    hash,
    header,
    content: type === 'system' ? null : `{${inner}}`,
    commitment: committed,
    salt,
    absent,
    value,
  }
}

/**
 * Checks an entry against the one before it and against its own commitment. [C1] [C3]
 *
 * @param previous `hash` that the entry before it states
 * @returns what does not fit, or null
 */
export async function entryFault(previous: string, entry: EntryLine): Promise<string | null> {
  if ((await link(previous, entry.header)) !== entry.hash) {
    return 'Its hash does not follow from its header and the entry before it.'
  }
  if (entry.content === null) {
    return entry.commitment === null && entry.salt === null && entry.absent === null
      ? null
      : 'It carries content that it cannot have.'
  }
  if (entry.absent !== null) {
    const nulls = contentFields[entry.type as 'beat' | 'amendment'].map((name) => `"${name}":null`).join(',')
    return entry.salt === null && entry.content === `{${nulls}}`
      ? null
      : `It is marked ${entry.absent}, and has content.`
  }
  if (entry.salt === null || (await commitment(entry.salt, entry.content)) !== entry.commitment) {
    return 'Its texts are not those that were committed to.'
  }
  return null
}

function shapeless(): ExportFault {
  return new ExportFault('The line is not an entry.')
}
