import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readRecords } from './records.ts'

const line = (fields: object) =>
  JSON.stringify({ source: 'made-up', licence: 'own', task: 'benign', label: false, ...fields })

describe('readRecords', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'records-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('reads plain and gzipped files of a folder', () => {
    writeFileSync(join(folder, 'a.jsonl'), `${line({ prompt: 'one' })}\n\n`)
    writeFileSync(join(folder, 'b.jsonl.gz'), gzipSync(line({ prompt: 'two' })))
    writeFileSync(join(folder, 'notes.md'), 'not data')
    expect(readRecords([folder]).map(({ prompt }) => prompt)).toEqual(['one', 'two'])
  })

  it('keeps one of two copies, and neither when they disagree', () => {
    const file = join(folder, 'a.jsonl')
    const lines = [
      line({ prompt: 'Same text.' }),
      line({ prompt: 'same TEXT', source: 'other' }),
      line({ prompt: 'torn', task: 'injection', label: true }),
      line({ prompt: 'torn', task: 'injection', label: false }),
    ]
    writeFileSync(file, lines.join('\n'))
    expect(readRecords([file]).map(({ source }) => source)).toEqual(['made-up'])
  })

  it("takes reviewers' labels by the guardian's own task names", () => {
    const file = join(folder, 'labels.jsonl')
    writeFileSync(
      file,
      line({ source: 'feedback', task: 'refusal', prompt: 'hi', response: 'no', label: true }),
    )
    expect(readRecords([file])[0]).toMatchObject({ task: 'evasion_refusal', label: true })
  })

  it('names file and line of what does not fit', () => {
    const file = join(folder, 'a.jsonl')
    writeFileSync(file, `${line({ prompt: 'fine' })}\n${line({ task: 'nonsense' })}`)
    expect(() => readRecords([file])).toThrow(/a\.jsonl:2/)
    writeFileSync(file, '{"source":')
    expect(() => readRecords([file])).toThrow(/a\.jsonl:1: not a line of JSON/)
  })
})
