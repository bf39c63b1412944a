import { expect, it } from 'vitest'
import { isRightToLeft, levelsOf, turned, visualOrder } from './bidi.ts'

/** A line as it is seen from left to right, letter by letter. */
function seen(text: string): string {
  const letters = Array.from(text)
  const levels = levelsOf(letters)
  const items = letters.map((letter, i) => ({ letter, level: levels[i] ?? 0 }))
  return visualOrder(items)
    .map(({ letter, level }) => (level % 2 === 1 ? turned([letter]) : letter))
    .join('')
}

it('[X15] orders a line as the Unicode Bidirectional Algorithm does', () => {
  expect(seen('abc 123.')).toBe('abc 123.')
  expect(seen('שלום')).toBe('םולש')
  expect(seen('the word שלום עולם means')).toBe('the word םלוע םולש means')
  expect(seen('ab (שלום) cd')).toBe('ab (םולש) cd')
  expect(seen('שלום 12:30.')).toBe('.12:30 םולש')
  expect(seen('שלום (12) abc def')).toBe('abc def (12) םולש')
  expect(seen('שלום, abc! שלום')).toBe('םולש !abc ,םולש')
  expect(seen('מחר (בשעה 10:30)')).toBe('(10:30 העשב) רחמ')
  expect(seen('abc שלום 12 de')).toBe('abc 12 םולש de')
})

it('[X15] reads the direction of a line off its first letter', () => {
  expect(isRightToLeft('12 (שלום abc')).toBe(true)
  expect(isRightToLeft('12 abc שלום')).toBe(false)
  expect(isRightToLeft('12')).toBe(false)
})
