import { createHash, createHmac } from 'node:crypto'
import canonicalize from 'canonicalize'
import { contentFields, sealFields, type Entry, type JsonExport } from '../../protocol/index.ts'

/**
 * What is wrong with a run's export, by the words of the specification and none of the server's code.
 * [B7] [C1] [C2] [C3]
 */
export function faultsOf(file: JsonExport): string[] {
  const faults: string[] = []
  let previous = createHash('sha256').update(`custos/chain/1:${file.run.id}`).digest()
  let at = ''
  for (const [i, entry] of file.entries.entries()) {
    const name = `${file.run.id}/${entry.seq}`
    if (entry.seq !== i + 1) faults.push(`${name} stands where ${i + 1} is due`)
    if (entry.timestamp < at) faults.push(`${name} is earlier than its predecessor`)
    at = entry.timestamp
    const { header, content } = split(entry)
    const hash = createHash('sha256')
      .update(previous)
      .update(canonicalize(header) ?? '')
      .digest()
    if (hash.toString('hex') !== entry.hash) faults.push(`${name} breaks the chain`)
    if (entry.content_commitment !== null) {
      const commitment = createHmac('sha256', Buffer.from(entry.salt ?? '', 'hex'))
        .update(canonicalize(content) ?? '')
        .digest('hex')
      if (commitment !== entry.content_commitment) faults.push(`${name} is not what was committed to`)
    }
    previous = hash
  }
  if (file.count !== file.entries.length || file.run.last_seq !== file.entries.length) {
    faults.push(`${file.run.id} says ${file.run.last_seq} entries, and has ${file.entries.length}`)
  }
  return faults
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
