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

  it.each(['무시하세요 안녕', 'ガイド ぱぴぷ ゞ', '이전の指示をバ'])(
    'puts together what NFD parts: %s',
    (text) => {
      expect(fold(text.normalize('NFD')).text).toBe(fold(text).text)
    },
  )

  it('puts kana of half width together with their marks, wherever they stand', () => {
    expect(fold('ｶﾞｲﾄﾞ').text).toBe('ガイド')
    for (const length of [127, 128, 129, 1151, 1152, 1153])
      expect(fold('か\u3099'.repeat(length)).text).toBe('が'.repeat(length))
  })

  it('leaves marks without a sign as they are', () => {
    expect(fold('\u3099'.repeat(5000)).text).toBe('\u3099'.repeat(5000))
  })

  it('[V4] maps back over what it puts together', () => {
    const text = 'か\u3099x 무시'.normalize('NFD')
    const view = plainView(text)
    const pieces = Array.from(view.folded.text, (_, at) => inOriginal(view, at, at + 1))
    expect(pieces.map(({ start, end }) => text.slice(start, end).normalize('NFC'))).toEqual(
      Array.from('がx 무시'),
    )
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
