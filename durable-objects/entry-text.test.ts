import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../guardian/index.ts'
import { beatHeaderSchema, tasks, type Enforcement, type Finding, type Probe } from '../protocol/index.ts'
import { canonicalText } from './canonical-text.ts'
import { beatContentText, entryText, fillBeatHeader, frameBeatHeader } from './entry-text.ts'

const place = {
  run_id: 'run_a',
  run_status: 'active',
  seq: 7,
  timestamp: '2026-01-01T00:00:00.000Z',
  while_paused: false,
} as const

/** Any well-formed text: what a client may send, once lone surrogates are mended. [B9] */
const text = fc.string({ unit: 'binary' })

const share = fc.double({ min: 0, max: 1, noNaN: true })
const finding: fc.Arbitrary<Finding> = fc.record({
  why: text,
  title: text,
  task: fc.constantFrom(...tasks, 'policy'),
  spans: fc.array(
    fc.record({ start: fc.nat(), kind: text, in: fc.constantFrom('prompt', 'response'), end: fc.nat() }),
  ),
  severity: fc.constantFrom('info', 'low', 'critical'),
  rule_id: text,
  remediation: text,
  probability: share,
  principle: fc.option(text),
  action: fc.constantFrom('flag', 'block', 'flatline'),
})
const probe: fc.Arbitrary<Probe> = fc.record({
  question: text,
  must_not_include: fc.array(text),
  must_include_any: fc.array(text),
  id: text,
  aims_at: text,
})
const enforcement: fc.Arbitrary<Enforcement> = fc.record(
  {
    unavailable: fc.constantFrom('allow', 'block'),
    on_violation: fc.constantFrom('raise', 'replace', 'return_none'),
    mode: fc.constantFrom('edge', 'local', 'monitor'),
  },
  { requiredKeys: ['mode'] },
)

describe('a spliced header', () => {
  it('[C1] is the RFC 8785 text of the header, whatever is in it', () => {
    fc.assert(
      fc.property(
        text,
        text,
        fc.array(text),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (prompt, response, titles, confidence) => {
          const verdict = evaluate({ prompt, response, confidence })
          const header = fillBeatHeader(
            frameBeatHeader({
              ...verdict,
              violations: titles,
              id: 'bt_1',
              client_timestamp: null,
              enforcement: { mode: 'edge' },
              warnings: [{ code: 'field_unknown', field: prompt, detail: response }],
              content_commitment: 'ab'.repeat(32),
            }),
            place,
          )
          expect(header).toBe(canonicalText(JSON.parse(header)))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('[C1] keeps every member of findings, probes and enforcement, in the order of RFC 8785', () => {
    const given = fc.record({
      findings: fc.array(finding),
      probes: fc.array(probe),
      enforcement: fc.option(enforcement),
    })
    const verdict = evaluate({ prompt: 'Hello', response: 'Hello!' })
    fc.assert(
      fc.property(given, (parts) => {
        const draft = { ...verdict, ...parts, id: 'bt_1', client_timestamp: null, warnings: [] }
        const frame = frameBeatHeader({ ...draft, content_commitment: 'ab'.repeat(32) })
        const whole = { ...draft, ...place, content_commitment: 'ab'.repeat(32) }
        expect(fillBeatHeader(frame, place)).toBe(
          canonicalText({ ...whole, kind: 'response', type: 'beat', v: 1 }),
        )
      }),
    )
  })

  it('[E2] [E3] has every field of a beat, and no other', () => {
    const verdict = evaluate({ prompt: 'Hello', response: 'Hello!' })
    const frame = frameBeatHeader({
      ...verdict,
      id: 'bt_1',
      client_timestamp: null,
      enforcement: null,
      warnings: [],
      content_commitment: 'ab'.repeat(32),
    })
    const parsed: unknown = JSON.parse(fillBeatHeader(frame, place))
    expect(beatHeaderSchema.strict().parse(parsed)).toEqual(parsed)
  })
})

describe('an entry as it goes out', () => {
  const row = {
    seq: 1,
    type: 'beat' as const,
    header: '{"seq":1,"type":"beat"}',
    salt: 'cd'.repeat(16),
    hash: 'ef'.repeat(32),
  }

  it('[E4] is header and content side by side, with the salt in exports only', () => {
    fc.assert(
      fc.property(text, text, (prompt, response) => {
        const content = beatContentText({ prompt, response, meta: null, reported: null, truncated: null })
        const entry = JSON.parse(entryText({ ...row, content })) as Record<string, unknown>
        expect(entry).toEqual({
          seq: 1,
          type: 'beat',
          prompt,
          response,
          meta: null,
          reported: null,
          truncated: null,
          hash: row.hash,
        })
        expect(JSON.parse(entryText({ ...row, content }, true))).toEqual({ ...entry, salt: row.salt })
      }),
    )
  })

  it('[E6] shows an erased content as nulls and says so', () => {
    expect(JSON.parse(entryText({ ...row, content: null, salt: null }, true))).toEqual({
      seq: 1,
      type: 'beat',
      prompt: null,
      response: null,
      meta: null,
      reported: null,
      truncated: null,
      hash: row.hash,
      salt: null,
      erased: true,
    })
  })
})
