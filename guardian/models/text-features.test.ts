import { describe, expect, it } from 'vitest'
import { featureReader, maxWords, windowLength, wordHash } from './text-features.ts'

const reader = featureReader()

function bag(text: string): string {
  const { buckets, values, size } = reader.read(text, 0, text.length)
  return [...buckets.subarray(0, size)]
    .map((bucket, i) => `${bucket}:${(values[i] ?? 0).toFixed(5)}`)
    .sort()
    .join(' ')
}

describe('featureReader', () => {
  it('reads case, accents and punctuation as one', () => {
    expect(bag('Détruis, ÉCOLE!')).toBe(bag('detruis ecole'))
  })

  it('takes every digit for the same', () => {
    expect(bag('room 417')).toBe(bag('room 093'))
  })

  it('gives a vector of length 1', () => {
    const { values, size } = reader.read('a small brown dog ran home', 0, 26)
    const length = values.subarray(0, size).reduce((sum, value) => sum + value * value, 0)
    expect(length).toBeCloseTo(1, 5)
  })

  it('gives nothing for nothing', () => {
    expect(reader.read('', 0, 0).size).toBe(0)
    expect(reader.read(' ?! ', 0, 4)).toMatchObject({ size: 0, wordCount: 0 })
  })

  it('forgets the text before', () => {
    const alone = bag('green tea')
    bag('an altogether different sentence')
    expect(bag('green tea')).toBe(alone)
  })

  it('reads only its window', () => {
    const { words, wordCount } = reader.read('left middle right', 5, 11)
    expect([...words.subarray(0, wordCount)]).toEqual([wordHash('middle')])
  })

  it('reads scripts without spaces by characters', () => {
    const text = '今日は天気'
    const { size, wordCount } = reader.read(text, 0, text.length)
    // 5 characters, 4 pairs, 3 triples.
    expect(size).toBe(12)
    expect(wordCount).toBe(0)
  })

  it('survives a window without a separator, and lone surrogates', () => {
    const run = 'x'.repeat(windowLength)
    expect(reader.read(run, 0, run.length).wordCount).toBe(Math.ceil(windowLength / 40))
    expect(reader.read('\ud800 ok \udc00', 0, 6).wordCount).toBe(1)
  })

  it('keeps at most so many words', () => {
    const many = 'a '.repeat(windowLength / 2)
    expect(reader.read(many, 0, many.length).wordCount).toBe(maxWords)
  })
})
