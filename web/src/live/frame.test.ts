import { describe, expect, it } from 'vitest'
import { parseFrame } from './frame.ts'

describe('parseFrame', () => {
  it('[L3] reads each kind of frame', () => {
    const frames = [
      { type: 'hello', state: {}, last_seq: 0 },
      { type: 'beat', seq: 1 },
      { type: 'system', seq: 2 },
      { type: 'amendment', seq: 3 },
      { type: 'batch', entries: [{ type: 'beat', seq: 4 }] },
      { type: 'heartbeat', timestamp: '2026-01-01T00:00:00.000Z', confidence: null },
      { type: 'error', problem: {} },
    ]
    for (const frame of frames) expect(parseFrame(JSON.stringify(frame))).toEqual(frame)
  })

  it('ignores what it does not know', () => {
    const odd = [
      '',
      'pong',
      '[]',
      'null',
      '7',
      '{"type":"news"}',
      '{"type":"beat"}',
      '{"type":"beat","seq":"1"}',
    ]
    for (const text of [
      ...odd,
      '{"type":"batch","entries":[{"type":"beat"}]}',
      '{"type":"hello","state":[]}',
    ])
      expect(parseFrame(text)).toBeNull()
  })
})
