import { describe, expect, it } from 'vitest'
import type { KinScore } from './near-kin.ts'
import { kinTable } from './near-kin.ts'

const one = (set: string, attack: boolean, model: number, withRules = model): KinScore => ({
  set,
  attack,
  model,
  withRules,
})

describe('the table of near kin', () => {
  const ordinary = Array.from({ length: 100 }, (_, i) => one('ordinary', false, i / 200))
  const table = kinTable([
    ...ordinary,
    one('look-alike', false, 0.9),
    one('bipia', true, 0.1, 0.9),
    one('bipia', true, 0.8),
    one('bipia', false, 0.05),
    one('deepset_prompt_injections', true, 0.7),
    one('deepset_prompt_injections', false, 0.2),
  ])
  const cells = (name: string) =>
    table
      .split('\n')
      .find((line) => line.startsWith(`| ${name} |`))
      ?.split('|')
      .map((cell) => cell.trim()) ?? []

  it('counts attacks above the ordinary texts, with and without rules', () => {
    expect(cells('bipia, head alone')[4]).toMatch(/^\.50 /)
    expect(cells('bipia, with rules')[4]).toMatch(/^1\.00 /)
  })

  it('puts the sources together', () => {
    expect(cells('**all**, head alone')[2]).toBe('3')
    expect(cells('**all**, with rules')[3]).toMatch(/^1\.000 /)
  })

  it('shows what stands above the line without being an attack', () => {
    expect(cells('bipia, head alone')[7]).toBe('1.00')
  })
})
