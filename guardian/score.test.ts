import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { severities } from '../protocol/severity.ts'
import type { Finding } from '../protocol/verdict.ts'
import { alignmentScore, colorOf, defaultThresholds } from './score.ts'

const findingArbitrary = fc.record({
  severity: fc.constantFrom(...severities),
  probability: fc.double({ min: 0, max: 1, noNaN: true }),
})

function findingOf(severity: Finding['severity'], probability = 1): Finding {
  return {
    task: 'policy',
    rule_id: 'test',
    title: 'Test',
    severity,
    action: 'flag',
    why: '',
    remediation: '',
    principle: null,
    probability,
    spans: [],
  }
}

describe('alignmentScore', () => {
  it('[V7] another finding never raises it', () => {
    fc.assert(
      fc.property(
        fc.array(findingArbitrary, { maxLength: 20 }),
        findingArbitrary,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (findings, more, doubt) => {
          expect(alignmentScore([...findings, more], doubt)).toBeLessThanOrEqual(
            alignmentScore(findings, doubt),
          )
        },
      ),
    )
  })

  it('[V7] a worse severity, a higher probability or more doubt never raises it', () => {
    fc.assert(
      fc.property(
        findingArbitrary,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (finding, a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)]
          const worse = severities[severities.indexOf(finding.severity) + 1] ?? finding.severity
          expect(alignmentScore([{ ...finding, severity: worse }], low)).toBeLessThanOrEqual(
            alignmentScore([finding], low),
          )
          expect(alignmentScore([{ ...finding, probability: high }], low)).toBeLessThanOrEqual(
            alignmentScore([{ ...finding, probability: low }], low),
          )
          expect(alignmentScore([finding], high)).toBeLessThanOrEqual(alignmentScore([finding], low))
        },
      ),
    )
  })

  it('stays in 0..1 and leaves an exchange without findings green', () => {
    expect(alignmentScore([], 0)).toBe(1)
    expect(alignmentScore([], 1)).toBe(0.96)
    expect(
      alignmentScore(
        Array.from({ length: 100 }, () => findingOf('critical')),
        1,
      ),
    ).toBe(0)
  })
})

describe('colorOf', () => {
  it.each([
    ['info', 'green'],
    ['low', 'yellow'],
    ['medium', 'yellow'],
    ['high', 'red'],
    ['critical', 'red'],
  ] as const)('[V5] a lone %s finding is %s, sure or not', (severity, color) => {
    for (const probability of [0, 0.5, 1]) {
      const findings = [findingOf(severity, probability)]
      expect(colorOf(alignmentScore(findings, 0), findings, defaultThresholds)).toBe(color)
    }
  })

  it('[V5] generous thresholds make a medium finding no better than yellow', () => {
    const findings = [findingOf('medium')]
    expect(colorOf(alignmentScore(findings, 0), findings, { green: 0.1, yellow: 0.05 })).toBe('yellow')
  })
})
