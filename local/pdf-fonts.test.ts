import { PDFiumLibrary } from '@hyzyla/pdfium'
import fc from 'fast-check'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { fontAssets } from '../web/font-assets.ts'
import { assemble } from '../workers/evidence/pdf/assemble.ts'
import { openFontBook, type LoadFont } from '../workers/evidence/pdf/font-book.ts'
import { Sheets } from '../workers/evidence/pdf/sheets.ts'
import { unpackWoff } from '../workers/evidence/pdf/woff.ts'
import { Typesetter } from '../workers/evidence/pdf/typesetter.ts'

const assets = new Map<string, Uint8Array>()
const { generateBundle } = fontAssets()
if (typeof generateBundle === 'function') {
  const emitFile = ({ fileName, source }: { fileName: string; source: string | Uint8Array }) =>
    assets.set(fileName, typeof source === 'string' ? new TextEncoder().encode(source) : source)
  Reflect.apply(generateBundle, { emitFile }, [])
}

async function typeset(texts: string[], load?: LoadFont) {
  const asked: string[] = []
  const pdf = await PDFDocument.create()
  const codes = new Set(
    texts.flatMap((text) => Array.from(text.normalize('NFC'), (char) => char.codePointAt(0) ?? 0)),
  )
  const read: LoadFont = async (file) => {
    asked.push(file)
    return assets.get(`fonts/${file}`) ?? null
  }
  const type = new Typesetter(await openFontBook(pdf, load ?? read, codes))
  return {
    type,
    asked,
    pdf,
    fallbacks: texts.map((text) => type.show(text, 0, 0, 10).includes(hexOf('[U+'))),
  }
}

/** What Chrome's reader of PDF finds in a file. */
async function textIn(file: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(file)
    return Array.from(document.pages(), (page) => page.getText()).join('\n')
  } finally {
    library.destroy()
  }
}

const hexOf = (text: string) => Buffer.from(text, 'latin1').toString('hex').toUpperCase()
const scripts = {
  Chinese: '您的订单正在运输途中。',
  Arabic: 'طلبك في الطريق',
  Hindi: 'नमस्ते क्षत्रिय हिन्दी',
  emoji: '😀 ❤️ 👨‍👩‍👧',
  'combining marks': 'e\u0301 a\u0308 o\u0323',
  Greek: 'Ζητώ βοήθεια',
  Cyrillic: 'Где мой заказ',
  Vietnamese: 'đơn hàng của tôi ở đâu',
  Korean: '주문하신 상품이 배송 중입니다.',
  Hebrew: 'ההזמנה שלך בדרך, מספר 12345.',
  Thai: 'คำสั่งซื้อของคุณกำลังจัดส่ง',
}

/** Without blanks and marks of direction, of which each reader has its own ways. */
const bare = (text: string) => text.normalize('NFKC').replaceAll(/[\s\p{Cf}\ufe0f]/gu, '')
/** As a word of a PDF: letters that stand behind a glyph, in UTF-16. */
const actualText = (text: string) =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`

describe('the fonts of a PDF', () => {
  it('[X15] have the glyphs of many scripts', async () => {
    const { fallbacks, pdf } = await typeset(Object.values(scripts))
    expect(Object.fromEntries(Object.keys(scripts).map((name, i) => [name, fallbacks[i]]))).toEqual(
      Object.fromEntries(Object.keys(scripts).map((name) => [name, false])),
    )
    expect((await pdf.save()).length).toBeGreaterThan(10_000)
  }, 30_000)

  it('[X15] are loaded only when a text needs them', async () => {
    expect((await typeset(['Plain text, naïve café'])).asked).toEqual([])
    const { asked } = await typeset([scripts.Hindi])
    expect(asked).toEqual(['catalogue.json', expect.stringContaining('devanagari')])
  })

  it('[X15] show as a code point what none has, and what can not be loaded', async () => {
    const { type, fallbacks } = await typeset(['ᠮ', 'a\u0007', 'ok'])
    expect(fallbacks).toEqual([true, true, false])
    expect(type.show('ᠮ', 0, 0, 10)).toContain(hexOf('[U+182E]'))
    const loads: LoadFont[] = [
      async () => null,
      async () => new TextEncoder().encode('page'),
      async (file) => (file === 'catalogue.json' ? (assets.get(`fonts/${file}`) ?? null) : new Uint8Array(9)),
    ]
    for (const load of loads) expect((await typeset([scripts.Arabic], load)).fallbacks).toEqual([true])
  })

  it('[X15] take any text without an exception, in lines that fit', async () => {
    const { type } = await typeset(Object.values(scripts))
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...Object.values(scripts)))),
        (parts) => {
          for (const line of type.wrap(parts.join(' '), 200, 9, 40, true)) {
            type.show(line, 0, 0, 9)
            expect(type.width(line, 9)).toBeLessThan(220)
          }
        },
      ),
    )
  }, 30_000)

  it('[X15] give their text to an independent reader, in reading order', async () => {
    const { emoji, ...letters } = scripts
    const texts = [...Object.values(letters), 'السلام عليكم', 'the word שלום עולם means peace']
    const { type: set, pdf } = await typeset([...texts, emoji])
    const sheets = new Sheets(set)
    for (const text of texts) sheets.paragraph([text], { leading: 30 })
    const about = { title: 'Test', about: 'a test', createdAt: '2026-01-01T00:00:00.000Z' }
    const read = bare(await textIn(await assemble(pdf, sheets, about)))
    for (const text of texts) {
      for (const word of text.split(' ')) expect(read).toContain(bare(word).replace(/[.,]$/, ''))
    }
    // The reader leaves out what is beyond the first plane.
    for (const sign of emoji.split(' ')) expect(set.show(emoji, 0, 0, 10)).toContain(actualText(sign))
  }, 30_000)

  it('sets a line from right to left as its first letter says', async () => {
    const { type } = await typeset(Object.values(scripts))
    expect(type.isRightToLeft(`12 ${scripts.Arabic} abc`)).toBe(true)
    expect(type.isRightToLeft(`abc ${scripts.Arabic}`)).toBe(false)
    expect(() => unpackWoff(new Uint8Array(50))).toThrow('no WOFF')
  })
})
