import { describe, expect, it } from 'vitest'
import { EthicsRegistry } from './ethics-registry.ts'

const house = {
  id: 'house',
  title: 'House rule',
  statement: 'Be kind.',
  source: { name: 'Us', section: '1', url: 'https://example.org' },
}

describe('EthicsRegistry', () => {
  it('starts with published principles, each with statement and source', () => {
    const principles = new EthicsRegistry().list()
    expect(principles.length).toBeGreaterThan(10)
    for (const { statement, source } of principles) {
      expect(statement).not.toBe('')
      expect(new URL(source.url).protocol).toBe('https:')
    }
  })

  it('takes an operator’s own, and no id twice', () => {
    const registry = new EthicsRegistry([house])
    expect(registry.get('house')).toEqual(house)
    expect(() => registry.register(house)).toThrow(RangeError)
    expect(registry.get('nothing')).toBeNull()
  })
})
