import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storeText, truncateText } from './truncate-text.ts'

const bytes = (text: string) => new TextEncoder().encode(text).length

describe('truncateText', () => {
  it('[B10] never keeps more than the limit, never splits a character, keeps head and tail', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 2000 }),
        fc.integer({ min: 200, max: 1000 }),
        (text, most) => {
          const whole = text.repeat(3)
          const { text: stored, cut } = truncateText(whole, most)
          expect(bytes(stored)).toBeLessThanOrEqual(most)
          expect(stored.isWellFormed()).toBe(true)
          expect(cut?.bytes ?? bytes(stored)).toBe(bytes(whole))
          const [head = '', tail = ''] = stored.split(/\n\[… \d+ bytes and more cut …\]\n/)
          expect(whole.startsWith(head)).toBe(true)
          expect(whole.endsWith(tail)).toBe(true)
        },
      ),
    )
  })

  it.each(['\u0001', '"', '\\', '好', 'a', '😀'])('[B10] a text of %j fits a row of the log', (unit) => {
    const { text } = storeText(unit.repeat(200_000))
    expect(bytes(text)).toBeLessThanOrEqual(131_072)
    expect(bytes(JSON.stringify(text))).toBeLessThanOrEqual(530_000)
  })

  it('[V4] maps places of the whole text to the same characters of the stored one', () => {
    const whole = Array.from({ length: 400 }, (_, i) => `word${i} `).join('')
    const { text: stored, place } = truncateText(whole, 600)
    for (const word of ['word0 ', 'word20 ', 'word380 ', 'word399 ']) {
      const start = whole.indexOf(word)
      expect(stored.slice(place(start), place(start + word.length))).toBe(word)
    }
    const gone = whole.indexOf('word200 ')
    expect(place(gone)).toBe(place(gone + 7))
  })
})
