import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../protocol/verdict.ts'
import { evidence } from './evidence.ts'
import { pieces, visible } from './visible-text.ts'

function finding(
  severity: Finding['severity'],
  ...spans: [start: number, end: number, kind?: string][]
): Finding {
  return {
    task: 'pii',
    rule_id: `test.${severity}`,
    title: severity,
    severity,
    action: 'flag',
    why: '',
    remediation: '',
    principle: null,
    probability: 1,
    spans: spans.map(([start, end, kind = 'card']) => ({ in: 'response', start, end, kind })),
  }
}

describe('evidence', () => {
  it('[V4] marks the spans of the text it is asked for', () => {
    const low = finding('low', [0, 5])
    const high = finding('high', [3, 8, 'key'])
    const segments = evidence('abcdefghij', 'response', [low, high])
    expect(segments.map(({ text, findings }) => [text, findings.map(({ severity }) => severity)])).toEqual([
      ['abc', ['low']],
      ['de', ['high', 'low']],
      ['fgh', ['high']],
      ['ij', []],
    ])
    expect(segments[1]?.kinds).toEqual(['card', 'key'])
    expect(evidence('abcdefghij', 'prompt', [low, high])).toEqual([
      { text: 'abcdefghij', findings: [], kinds: [] },
    ])
  })

  it('always puts the text together again, and cuts no character in two', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '🙂', 'é', '\n', '𝒳'), maxLength: 30 })
    const span = fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 80 }))
    fc.assert(
      fc.property(text, fc.array(span, { maxLength: 8 }), (value, spans) => {
        const segments = evidence(
          value,
          'response',
          spans.map(([start, end]) => finding('low', [start, end])),
        )
        expect(segments.map((segment) => segment.text).join('')).toBe(value)
        for (const segment of segments) expect(segment.text.isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('hidden characters', () => {
  it('are written out by name', () => {
    expect(visible('ab\u202Ecd\u0000\u{E0041}\uFEFF')).toBe('ab⟨U+202E⟩cd⟨U+0000⟩⟨U+E0041⟩⟨U+FEFF⟩')
  })

  it('leaves lines, tabs, emoji with joiners and other scripts as they are', () => {
    const plain = 'line\n\ttab 👩‍👩‍👧 می‌خواهم हिन्दी \r\n'
    expect(visible(plain)).toBe(plain)
  })

  it('loses nothing in the pieces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          pieces(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
