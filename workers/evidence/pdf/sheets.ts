import { fill, stroke, type Ink } from './palette.ts'
import { n, type Style, type Typesetter } from './typesetter.ts'

/** A4 in points, and the margins. */
export const paper = { width: 595.28, height: 841.89, left: 48, right: 547.28, top: 793, bottom: 62 } as const

/** An entry of the outline. */
export interface Bookmark {
  title: string
  page: number
  y: number
  depth: 0 | 1
}

/** The pages of a document as they fill, from top to bottom. */
export class Sheets {
  readonly pages: string[] = []
  readonly bookmarks: Bookmark[] = []
  /** Baseline of what comes next. */
  y: number = paper.top
  readonly type: Typesetter
  private parts: string[] = []

  /** Drawn at the top of each new page while it is set: a table's head. */
  header: (() => void) | null = null

  constructor(type: Typesetter) {
    this.type = type
  }

  newPage(): void {
    if (this.parts.length > 0) this.pages.push(this.parts.join(''))
    this.parts = []
    this.y = paper.top
    this.header?.()
  }

  /** Ends the last page. */
  finish(): readonly string[] {
    this.pages.push(this.parts.join(''))
    this.parts = []
    return this.pages
  }

  /** Begins a new page when less than so much height is left. */
  need(height: number): void {
    if (this.y - height < paper.bottom) this.newPage()
  }

  draw(operators: string): void {
    this.parts.push(operators)
  }

  bookmark(title: string, depth: 0 | 1 = 0): void {
    this.bookmarks.push({ title, page: this.pages.length, y: this.y + 20, depth })
  }

  /** A line of text; `x` is its left edge, or its right one with `right`. */
  text(
    text: string,
    x: number,
    y: number,
    how: { size?: number; ink?: Ink; style?: Style; right?: boolean } = {},
  ): void {
    const { size = 9, ink = 'ink', style = 'text', right = false } = how
    const left = right ? x - this.type.width(text, size, style) : x
    this.draw(fill(ink) + this.type.show(text, left, y, size, style))
  }

  /** A heading of the document, named in the outline. */
  heading(title: string): void {
    this.need(90)
    this.y -= 10
    this.bookmark(title)
    this.text(title, paper.left, this.y, { size: 15, style: 'bold' })
    this.y -= 24
  }

  rule(y: number, ink: Ink = 'rule', width = 0.6): void {
    this.draw(`${stroke(ink, width)}${paper.left} ${n(y)} m ${paper.right} ${n(y)} l S\n`)
  }

  /** Lines of running text, onto as many pages as they take; right-to-left ones stand at the right. */
  paragraph(
    lines: readonly string[],
    how: { x?: number; right?: number; size?: number; ink?: Ink; leading?: number } = {},
  ): void {
    const { x = paper.left, right = paper.right, size = 9, ink = 'ink', leading = size * 1.4 } = how
    for (const line of lines) {
      this.need(leading)
      const isRtl = this.type.isRightToLeft(line)
      this.text(line, isRtl ? right : x, this.y, { size, ink, right: isRtl })
      this.y -= leading
    }
  }
}
