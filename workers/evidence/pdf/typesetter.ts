import { PDFHexString } from 'pdf-lib'
import type { Face, FontBook } from './font-book.ts'
import { isRightToLeft, levelsOf, turned, visualOrder } from './bidi.ts'
import { Shaper } from './shaper.ts'

/** A stretch of a line in one font; `hex` are its codes. */
interface Run {
  face: Face
  clusters: string[]
  /** As it is handed to the font. */
  text: string
  /** Odd where it is set from right to left. */
  level: number
}

export type Style = 'text' | 'bold' | 'mono'

interface Glyph {
  hex: string
  /** Of 1,000 to the em. */
  width: number
}

const leftToRight = /\p{L}|\p{N}/u
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Code points that have no shape of their own and may go when a font lacks them: joiners, variation selectors. */
const invisible = /[\p{Cf}\p{Variation_Selector}]/u

/** Text of any script as PDF operators. */
export class Typesetter {
  private readonly simple = new Map<Face, Map<string, Glyph>>()
  private readonly shaper = new Shaper()
  /** The last line that was cut into runs: it is measured, and then shown. */
  private last: { text: string; style: Style; runs: Run[] } | null = null
  private readonly book: FontBook

  constructor(book: FontBook) {
    this.book = book
  }

  /** Fonts by their names in the resources. */
  get faces(): readonly Face[] {
    const { text, bold, mono, others } = this.book
    return [text, bold, mono, ...others]
  }

  /** Width in points. */
  width(text: string, size: number, style: Style = 'text'): number {
    return this.runs(text, style).reduce((sum, run) => sum + this.runWidth(run, size), 0)
  }

  /** Operators that show a line with its baseline at (x, y); the fill colour is whoever calls it's. */
  show(text: string, x: number, y: number, size: number, style: Style = 'text'): string {
    let at = x
    let out = ''
    for (const run of visualOrder(this.runs(text, style))) {
      out += run.face.shaped ? this.shaped(run, at, y, size) : this.plain(run, at, y, size)
      at += this.runWidth(run, size)
    }
    return out
  }

  /** Whether a line reads from right to left. */
  isRightToLeft(text: string): boolean {
    return isRightToLeft(text)
  }

  /**
   * Lines of a text that fit a width, at most so many; what is left over is marked with an ellipsis. Line
   * breaks of the text are kept when `breaks` is set, and otherwise become blanks.
   */
  wrap(
    text: string,
    width: number,
    size: number,
    most: number,
    breaks = false,
    style: Style = 'text',
  ): string[] {
    const lines: string[] = []
    const parts = breaks ? text.split(/\r\n|[\n\r\u2028\u2029]/) : [text.replaceAll(/\s+/g, ' ').trim()]
    for (const part of parts) {
      let line = ''
      let used = 0
      const end = () => {
        lines.push(line.trimEnd())
        line = ''
        used = 0
      }
      for (const word of part.replaceAll('\t', '    ').split(/(?<= )|(?=[\u3000-\u9fff\uff00-\uffef])/u)) {
        if (lines.length > most) break
        const wide = this.width(word, size, style)
        if (used > 0 && used + wide > width) end()
        if (wide <= width) {
          line += word
          used += wide
          continue
        }
        // A word longer than a line is cut between graphemes.
        for (const { segment } of clusters.segment(word)) {
          const step = this.width(segment, size, style)
          if (used > 0 && used + step > width) end()
          if (lines.length > most) break
          line += segment
          used += step
        }
      }
      end()
      if (lines.length > most) break
    }
    if (lines.length <= most) return lines
    const last = lines[most - 1] ?? ''
    return [...lines.slice(0, most - 1), `${Array.from(last).slice(0, -1).join('')}\u2026`]
  }

  private runWidth({ face, text, level }: Run, size: number): number {
    let sum = 0
    if (face.shaped) {
      for (const { width } of this.shaper.words(face, text, level % 2 === 1)) sum += width
      return sum * size
    }
    for (const char of text) sum += this.glyph(face, char).width
    return (sum * size) / 1000
  }

  private plain({ face, text }: Run, x: number, y: number, size: number): string {
    let hex = ''
    for (const char of text) hex += this.glyph(face, char).hex
    return `BT /${face.key} ${size} Tf 1 0 0 1 ${n(x)} ${n(y)} Tm <${hex}> Tj ET\n`
  }

  /**
   * Each glyph at its own place: marks sit where the font wants them, whatever widths the file states. Shaped
   * glyphs stand for no character by themselves: whoever searches or copies gets the text (`ActualText`). Readers
   * take right-to-left script to be laid out as it is seen, and turn it round themselves: so it is told to them
   * letter by letter, where each stands.
   */
  private shaped({ face, text, level }: Run, x: number, y: number, size: number): string {
    let at = x
    let out = ''
    for (const { glyphs, groups, width } of this.shaper.words(face, text, level % 2 === 1)) {
      for (const group of groups) {
        out += `/Span <</ActualText ${PDFHexString.fromText(group.text).toString()}>> BDC\nBT /${face.key} ${size} Tf\n`
        for (let i = group.from; i < group.to; i++) {
          const glyph = glyphs[i]
          if (glyph)
            out += `1 0 0 1 ${n(at + glyph.x * size)} ${n(y + glyph.y * size)} Tm <${glyph.code}> Tj\n`
        }
        out += 'ET\nEMC\n'
      }
      at += width * size
    }
    return out
  }

  private glyph(face: Face, char: string): Glyph {
    let known = this.simple.get(face)
    if (!known) this.simple.set(face, (known = new Map<string, Glyph>()))
    let glyph = known.get(char)
    if (!glyph) {
      glyph = { hex: face.font.encodeText(char).asString(), width: face.font.widthOfTextAtSize(char, 1000) }
      known.set(char, glyph)
    }
    return glyph
  }

  private runs(text: string, style: Style): Run[] {
    const first = this.book[style]
    // Most lines are plain, and need no cutting.
    if (isAscii.test(text)) return text === '' ? [] : [{ face: first, clusters: [], text, level: 0 }]
    if (this.last?.text === text && this.last.style === style) return this.last.runs
    const all = Array.from(clusters.segment(text.normalize('NFC')), ({ segment }) => segment)
    const levels = levelsOf(all)
    const runs: Run[] = []
    all.forEach((cluster, i) => {
      const level = levels[i] ?? 0
      const last = runs.at(-1)
      const { face, shown } = this.faceFor(cluster, first, last)
      if (shown === '') return
      if (last?.face === face && last.level === level) last.clusters.push(shown)
      else runs.push({ face, clusters: [shown], text: '', level })
    })
    for (const run of runs) {
      // A font that is shaped is turned round word by word.
      const turns = run.level % 2 === 1 && !run.face.shaped
      run.text = turns ? turned(run.clusters) : run.clusters.join('')
    }
    this.last = { text, style, runs }
    return runs
  }

  private faceFor(cluster: string, first: Face, last: Run | undefined): { face: Face; shown: string } {
    const faces = last?.face.shaped && !leftToRight.test(cluster) ? [last.face, first] : [first]
    const all = [...faces, ...this.book.others]
    for (const shown of [
      cluster,
      Array.from(cluster)
        .filter((char) => !invisible.test(char))
        .join(''),
    ]) {
      const face = all.find(({ has }) => Array.from(shown).every((char) => has.has(char.codePointAt(0) ?? 0)))
      if (face) return { face, shown }
    }
    // Part by part, so that a base letter is still seen where only its mark is missing.
    const [char = '', ...rest] = Array.from(cluster)
    if (rest.length > 0)
      return { face: first, shown: Array.from(cluster, (one) => codePoint(one, first)).join('') }
    return { face: first, shown: codePoint(char, first) }
  }
}

const isAscii = /^[\x20-\x7e]*$/

function codePoint(char: string, face: Face): string {
  const code = char.codePointAt(0) ?? 0
  return face.has.has(code) ? char : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
}

/** A number as PDF writes it. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}
