import { describe, expect, it } from 'vitest'
import { compilePolicy, defaultPolicy, EthicsRegistry } from '../index.ts'
import { detectorTables } from '../monitor/tables/index.ts'
import { parsePolicy } from './compile.ts'
import type { Condition } from './schema.ts'

/** Detectors that are not phrases. */
const structural = [
  'injection.role_marker',
  'obfuscation.hidden',
  'obfuscation.encoded',
  'leak.canary',
  'leak.system_text',
  'caution.bare_no',
  'leak.confided',
  'leak.image_link',
  'leak.followed',
  'leak.persona_name',
  'jailbreak.suffix',
  'jailbreak.many_shot',
]

function detectorsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(detectorsIn)
  if ('any' in condition) return condition.any.flatMap(detectorsIn)
  if ('not' in condition) return detectorsIn(condition.not)
  return 'detector' in condition ? [condition.detector] : []
}

describe('the default policy', () => {
  it('is a document like any other: it parses to itself', () => {
    expect(parsePolicy(structuredClone(defaultPolicy))).toEqual(defaultPolicy)
  })

  it.each(defaultPolicy.rules)('$id holds its examples', (rule) => {
    expect(() => compilePolicy({ id: 'one', version: '1.0.0', rules: [rule] })).not.toThrow()
  })

  it('names only principles that are registered', () => {
    const registry = new EthicsRegistry()
    for (const { id, principle } of defaultPolicy.rules)
      expect([id, principle && registry.get(principle)?.id]).toEqual([id, principle])
  })

  it('names only detectors that exist', () => {
    const known = [...detectorTables.map(({ id }) => id), ...structural]
    for (const detector of defaultPolicy.rules.flatMap((rule) => detectorsIn(rule.when))) {
      const family = detector.endsWith('.*') ? detector.slice(0, -1) : null
      expect(known.some((id) => (family === null ? id === detector : id.startsWith(family)))).toBe(true)
    }
  })

  it('every rule that counts says what to do', () => {
    for (const rule of defaultPolicy.rules)
      expect([rule.id, rule.remediation.length > 10]).toEqual([rule.id, true])
  })
})
