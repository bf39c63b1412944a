import { describe, expect, it } from 'vitest'
import { isExpanded } from './balance.ts'
import { foldOf, sourceFolds } from './folds.ts'
import { whyNotTrained } from './licences.ts'
import { unseenWrittenRecords, writtenRecords } from './written-records.ts'

const trained = writtenRecords()
const unseen = unseenWrittenRecords()

const lettersOf = (text: string | null) =>
  (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

describe('texts written singly', () => {
  it('are trained on, and count as data does', () => {
    expect(trained.length).toBeGreaterThan(5000)
    for (const record of trained) {
      expect(record.source).toMatch(/^own:written-[a-z]+$/)
      expect(whyNotTrained(record)).toBeNull()
      expect(isExpanded(record.source)).toBe(false)
    }
    expect(isExpanded('own:attack-override')).toBe(true)
  })

  it('are left out of every fold in turn, texts that begin alike together', () => {
    const folds = new Set(trained.map(foldOf))
    expect([...folds].toSorted((a, b) => a - b)).toEqual(sourceFolds.map((_, fold) => fold))
    for (const record of trained) expect(record.group.startsWith(`${record.source}:`)).toBe(true)
  })

  it('are measured on others, none of which is trained on', () => {
    const known = new Set(trained.flatMap(({ prompt, response }) => [lettersOf(prompt), lettersOf(response)]))
    known.delete('')
    // Two words that anybody says, such as a short refusal, are no copy.
    const copies = unseen.filter(({ prompt, response }) =>
      [prompt, response].some((text) => lettersOf(text).split(' ').length > 6 && known.has(lettersOf(text))),
    )
    expect(copies).toEqual([])
    for (const source of new Set(unseen.map((record) => record.source)))
      for (const label of [true, false])
        expect(unseen.filter((one) => one.source === source && one.label === label).length).toBeGreaterThan(
          50,
        )
  })
})
