import { describe, expect, it } from 'vitest'
import { fold } from '../normalise/fold.ts'
import { LiteralPhrases } from './literal-phrases.ts'

function found(phrases: string | string[], text: string): string[] {
  const folded = fold(text).text
  const places: string[] = []
  new LiteralPhrases([phrases].flat()).matches(folded, (start, end) => {
    places.push(folded.slice(start, end))
    return false
  })
  return places
}

describe('LiteralPhrases', () => {
  it.each([
    ['Dr. Smith', 'Ask Dr. Smith now.', 'dr. smith'],
    ['Dr. Smith', 'Ask DR.\n  Smith', 'dr.\n  smith'],
    ['U.S. Army', 'the U.S. Army', 'u.s. army'],
    ['Yahoo! Mail', 'by Yahoo! Mail', 'yahoo! mail'],
    ['C++', 'C++, not C', 'c++'],
    ['C++', 'C++11', 'c++'],
    ['C#', 'in Ｃ＃', 'c#'],
    ['.NET', 'ASP.NET', '.net'],
    ['AT&T', 'at AT&T', 'at&t'],
    ['-- net', 'x --  net', '--  net'],
    ['state-of-the-art', 'State‑of‑the‑art', 'state-of-the-art'],
    ['24/7', 'open 24/7', '24/7'],
    ['ca$h', 'for CA$H', 'ca$h'],
    ['rock ’n’ roll & co', "rock 'n' roll & co", "rock 'n' roll & co"],
    ['rock ’n’ roll & co', 'rock n roll & co', 'rock n roll & co'],
    ["don't say “no”", 'dont say "no"', 'dont say "no"'],
    ["the users' & co", "the users' & co", "the users' & co"],
    ['  orange   marmalade ', 'orange\tmarmalade', 'orange\tmarmalade'],
    ['I ❤ you', 'i ❤️ you', 'i ❤ you'],
    ['你好！世界', '说你好！世界', '你好!世界'],
  ])('finds %s as it stands', (phrase, text, place) => {
    expect(found(phrase, text)).toEqual([place])
  })

  it.each([
    ['C++', 'Vitamin C'],
    ['C++', 'C+'],
    ['C++', 'c major'],
    ['C#', 'C'],
    ['.NET', 'net income'],
    ['.NET', '.network'],
    ['AT&T', 'at t'],
    ['AT&T', 'at & t'],
    ['Dr. Smith', 'Dr Smith'],
    ['Dr. Smith', 'Dr.\n\nSmith'],
    ['Dr. Smith', 'Dr.. Smith'],
    ['Dr. Smith', 'Dr. John Smith'],
    ['cat', 'category'],
    ['buy now', 'Do not buy. Now is late.'],
    ['$$$', '$$$'],
  ])('does not find %s in %s', (phrase, text) => {
    expect(found(phrase, text)).toEqual([])
  })

  it.each([
    ['marmalade', 'mar-malade'],
    ['marmalade', 'm4rm4l4de'],
    ['orange marmalade', 'orange_marmalade'],
    ['orange marmalade', 'orange, marmalade'],
  ])('finds the plain words of %s where signs hide them: %s', (phrase, text) => {
    expect(found(phrase, text)).toEqual([text])
  })

  it('tells apart phrases of the same words, and keeps plain ones within a sentence beside others', () => {
    expect(found(['C', 'C++', 'C#', 'c#', 'buy now', 'Dr. Smith'], 'C# by Dr. Smith. Buy. Now')).toEqual([
      'c',
      'c#',
      'dr. smith',
    ])
  })

  it('stops once it has enough', () => {
    let count = 0
    new LiteralPhrases(['a', 'b']).matches('a b '.repeat(50), () => ++count === 3)
    expect(count).toBe(3)
  })

  it('reads what stands between words once, however long it is', () => {
    const phrases = ["a. b'", 'a - b', '" b', 'b+']
    for (const between of ['. ', '- ', "'", '\n', '"'])
      expect(found(phrases, `a${between.repeat(1_000_000)}b`)).toEqual([])
    expect(found(phrases, `a.${' '.repeat(1_000_000)}b`)).toHaveLength(1)
    expect(found(phrases, "a. 'c b' ".repeat(200_000))).toEqual([])
  })
})
