import { expect, it } from 'vitest'
import { lettersOf } from './letters-of.ts'

const glyphs = (...advances: number[]) => advances.map((xAdvance) => ({ xAdvance }))

it('finds the letter of each glyph, from left to right, with its marks', () => {
  expect(lettersOf('אבג', glyphs(5, 5, 5)).map(({ text }) => text)).toEqual(['ג', 'ב', 'א'])
  expect(lettersOf('שָׁלו', glyphs(5, 5, 0, 0, 5))).toEqual([
    { text: 'ו', from: 0, to: 1 },
    { text: 'ל', from: 1, to: 2 },
    { text: 'שָׁ', from: 2, to: 5 },
  ])
})

it('knows that lam and alef may be one glyph, and gives up on what it can not count', () => {
  expect(lettersOf('سلام', glyphs(5, 5, 5)).map(({ text }) => text)).toEqual(['م', 'لا', 'س'])
  expect(lettersOf('سلام', glyphs(5, 5, 5, 5)).map(({ text }) => text)).toEqual(['م', 'ا', 'ل', 'س'])
  expect(lettersOf('سلام', glyphs(5, 5))).toEqual([{ text: 'سلام', from: 0, to: 2 }])
})
