import { hasLetters, turned } from './bidi.ts'
import type { Face } from './font-book.ts'
import { lettersOf, type GlyphGroup } from './letters-of.ts'

/** A glyph at its place in a word, in parts of the font's size. */
export interface PlacedGlyph {
  /** Four hex digits. */
  code: string
  x: number
  y: number
}

/** A word as its font draws it. */
export interface ShapedWord {
  glyphs: readonly PlacedGlyph[]
  /** In parts of the font's size. */
  width: number
  /** Which glyphs draw which part of the text. */
  groups: readonly GlyphGroup[]
}

interface Layout {
  positions: { xAdvance: number; xOffset: number; yOffset: number }[]
}

const wordsMost = 10_000

/** Shapes word by word: those of a language come again and again, and shaping is what takes the time. */
export class Shaper {
  private readonly known = new Map<string, ShapedWord>()

  /**
   * The words of a run, and the blanks between them, from left to right.
   *
   * @param rightToLeft whether the run is set from right to left
   */
  words(face: Face, text: string, rightToLeft: boolean): ShapedWord[] {
    const words = text.split(/( )/).filter((word) => word !== '')
    if (!rightToLeft) return words.map((word) => this.word(face, word, false))
    return words.toReversed().map((word) => this.word(face, word, true))
  }

  private word(face: Face, word: string, rightToLeft: boolean): ShapedWord {
    const key = `${face.key}${rightToLeft ? '<' : '>'}${word}`
    let shaped = this.known.get(key)
    if (!shaped) {
      if (this.known.size >= wordsMost) this.known.clear()
      shaped = shape(face, word, rightToLeft)
      this.known.set(key, shaped)
    }
    return shaped
  }
}

function shape(face: Face, word: string, rightToLeft: boolean): ShapedWord {
  const turns = hasLetters(word)
  // A font turns letters round by itself, and nothing else.
  const text = rightToLeft && !turns ? turned(Array.from(word)) : word
  // pdf-lib keeps the shaper to itself, and uses of it the glyphs alone.
  const { embedder } = face.font as unknown as {
    embedder: { font: { unitsPerEm: number; layout: (text: string) => Layout } }
  }
  const { positions } = embedder.font.layout(text)
  const { unitsPerEm } = embedder.font
  const hex = face.font.encodeText(text).asString()
  let at = 0
  const glyphs = positions.map(({ xAdvance, xOffset, yOffset }, i) => {
    const glyph = {
      code: hex.slice(4 * i, 4 * i + 4),
      x: (at + xOffset) / unitsPerEm,
      y: yOffset / unitsPerEm,
    }
    at += xAdvance
    return glyph
  })
  const groups =
    rightToLeft && turns ? lettersOf(text, positions) : [{ text: word, from: 0, to: glyphs.length }]
  return { glyphs, width: at / unitsPerEm, groups }
}
