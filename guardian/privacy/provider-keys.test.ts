import { describe, expect, it } from 'vitest'
import { keyGates } from './key-gates.ts'
import { providerKeys } from './provider-keys.ts'

describe('the table of providers’ keys', () => {
  it('bounds every quantifier, so that each form reads a bounded stretch', () => {
    const unbounded = providerKeys.filter(({ form }) =>
      /[*+]|\{\d+,\}/.test(form.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_')),
    )
    expect(unbounded).toEqual([])
  })

  it('has a way to each form: by its first word, its first two units or an anchor', () => {
    const reached = new Set(
      [...keyGates.byWord.values(), ...keyGates.byHead.values(), keyGates.anchored]
        .flat()
        .map((gate) => gate.key),
    )
    expect(providerKeys.filter((key) => !reached.has(key))).toEqual([])
    expect([...keyGates.byHead.keys()].filter((head) => head.length === 0)).toEqual([])
  })

  it('names kinds as the wire wants them [V4]', () => {
    for (const { kind } of providerKeys) expect(kind).toMatch(/^[a-z][a-z0-9_]{2,63}$/)
  })
})
