import { describe, expect, it } from 'vitest'
import type { BeatEntry } from '../../../protocol/entry.ts'
import { noFilter } from '../run/run-query.ts'
import { feedRow } from './feed-row.ts'
import { FilteredRows } from './filtered-rows.ts'

function beat(seq: number, more: Partial<BeatEntry> = {}) {
  return feedRow({
    type: 'beat',
    seq,
    timestamp: '2026-01-01T00:00:00.000Z',
    alignment_score: 0.98,
    color: 'green',
    flatline: false,
    violations: [],
    findings: [],
    refused: false,
    prompt: 'How do I reset my password?',
    response: 'Open the settings.',
    ...more,
  } as BeatEntry)
}

const rows = [
  beat(1),
  beat(2, { color: 'yellow', violations: ['Evasive answer'] }),
  beat(3, { color: 'red', flatline: true, response: 'CARD 4111' }),
  beat(4, { color: 'red', findings: [{ rule_id: 'secret.aws' }] as BeatEntry['findings'] }),
]

function seqs(filter: Partial<typeof noFilter>): number[] {
  const filtered = new FilteredRows({ ...noFilter, ...filter })
  filtered.take(rows.slice(0, 2))
  filtered.take(rows)
  return filtered.rows.map(({ seq }) => seq)
}

describe('the feed', () => {
  it('filters by mark, rule and words, also what arrives later', () => {
    expect(seqs({})).toEqual([1, 2, 3, 4])
    expect(seqs({ marks: ['yellow', 'flatline'] })).toEqual([2, 3])
    expect(seqs({ rule: 'secret.aws' })).toEqual([4])
    expect(seqs({ text: 'card' })).toEqual([3])
    expect(seqs({ text: 'PASSWORD evasive' })).toEqual([2])
    expect(seqs({ text: '#4' })).toEqual([4])
  })

  it('[E6] [G5] says why a beat has no texts', () => {
    const bare = { prompt: null, response: null }
    const absent = [beat(1, { ...bare, erased: true }), beat(2, { ...bare, withheld: true }), beat(3, bare)]
    expect(absent).toMatchObject([{ absent: 'erased' }, { absent: 'withheld' }, { absent: null }])
  })

  it('keeps one line of a text, with hidden characters named', () => {
    const row = beat(1, { prompt: `a\n\n b\u202E${'x'.repeat(1_000_000)}`, response: null })
    if (row.type !== 'beat') throw new Error('not a beat')
    expect(row.prompt).toMatch(/^a b⟨U\+202E⟩x+…$/)
    expect(row.prompt.length).toBeLessThan(200)
    expect(row.response).toBe('')
  })
})
