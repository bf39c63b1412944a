import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'
import { inOriginal, plainView } from './view.ts'

describe('fold', () => {
  it.each([
    ['Ignore', 'ignore'],
    ['ＩＧＮＯＲＥ', 'ignore'],
    ['𝐢𝐠𝐧𝐨𝐫𝐞', 'ignore'],
    ['ıgnоrе', 'ignore'],
    ['ígnöré', 'ignore'],
    ['ig\u200bno\u2060re', 'ignore'],
    ['\u202eignore\u202c', 'ignore'],
    ['ﬁlter', 'filter'],
    ['don’t', "don't"],
  ])('folds %s', (text, folded) => {
    expect(fold(text).text).toBe(folded)
  })

  it('keeps the vowels of Indic scripts, and drops the dressing of Arabic', () => {
    expect(fold('निर्देश').text).toBe('निर्देश')
    expect(fold('تَجَاهَل').text).toBe('تجاهل')
  })

  it('counts what nobody sees', () => {
    expect(fold('a\u200bb\u{e0061}').hidden).toBe(2)
    expect(fold('plain').hidden).toBe(0)
  })

  it('needs no map where units fold one to one', () => {
    expect(fold('Grüße'.replace('ß', 's')).places).toBeNull()
  })

  it('[V4] maps back to UTF-16 units of the original', () => {
    const text = 'see 𝐢𝐠𝐧𝐨𝐫𝐞 now'
    const view = plainView(text)
    const at = view.folded.text.indexOf('ignore')
    const place = inOriginal(view, at, at + 6)
    expect(text.slice(place.start, place.end)).toBe('𝐢𝐠𝐧𝐨𝐫𝐞')
  })
})
