import { deflateSync } from 'node:zlib'
import { fill, stroke, type Ink } from './palette.ts'
import { StructureMarks, type BlockType } from './structure-marks.ts'
import { n, type Style, type Typesetter } from './typesetter.ts'

/** A4 in points, and the margins. */
export const paper = { width: 595.28, height: 841.89, left: 48, right: 547.28, top: 793, bottom: 62 } as const

/** An entry of the outline. */
export interface Bookmark {
  title: string
  page: number
  y: number
  depth: number
}

/** The pages of a document as they fill, from top to bottom. */
export class Sheets {
  /** Packed as they fill: in many scripts a document is many times as large unpacked. */
  readonly pages: Uint8Array[] = []
  readonly bookmarks: Bookmark[] = []
  /** What is text for a reader that can't see the page, and in which order. */
  readonly marks = new StructureMarks()
  /** Baseline of what comes next. */
  y: number = paper.top
  readonly type: Typesetter
  private parts: string[] = []
  private depth = 0

  /** Drawn at the top of each new page while it is set: a table's head, or what goes on there. */
  header: (() => void) | null = null

  constructor(type: Typesetter) {
    this.type = type
  }

  newPage(): void {
    const open = this.marks.suspend()
    if (open) this.parts.push('EMC\n')
    if (this.parts.length > 0) this.endPage()
    this.y = paper.top
    this.header?.()
    if (open) this.parts.push(this.marks.resume(open, this.pages.length))
  }

  /** Ends the last page. */
  finish(): readonly Uint8Array[] {
    this.endPage()
    return this.pages
  }

  private endPage(): void {
    this.pages.push(deflateSync(this.parts.join('')))
    this.parts = []
  }

  /** Begins a new page when less than so much height is left. */
  need(height: number): void {
    if (this.y - height < paper.bottom) this.newPage()
  }

  /** What is only to be looked at; inside a block it belongs to the block. */
  draw(operators: string): void {
    this.parts.push(this.marks.isOpen ? operators : this.artifact(operators))
  }

  /** Marks operators as no part of the text. */
  artifact(operators: string): string {
    return `/Artifact BMC\n${operators}EMC\n`
  }

  /** One piece of the text, however many lines and pages it runs over; blocks inside it are part of it. */
  block(type: BlockType, write: () => void): void {
    if (this.marks.isOpen) return write()
    this.parts.push(this.marks.open(type, this.pages.length))
    write()
    this.marks.close()
    this.parts.push('EMC\n')
  }

  bookmark(title: string, depth: 0 | 1 = 0): void {
    this.bookmarks.push({ title, page: this.pages.length, y: this.y + 20, depth: this.depth + depth })
  }

  /** Bookmarks that are made meanwhile stand under the last one. */
  nested(write: () => void): void {
    this.depth++
    write()
    this.depth--
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
    this.block('P', () => this.draw(fill(ink) + this.type.show(text, left, y, size, style)))
  }

  /** A heading of the document, named in the outline. */
  heading(title: string): void {
    this.need(90)
    this.y -= 10
    this.bookmark(title)
    this.block('H2', () => this.text(title, paper.left, this.y, { size: 15, style: 'bold' }))
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
    if (lines.length === 0) return
    this.need(leading)
    this.block('P', () => {
      for (const line of lines) {
        this.need(leading)
        const isRtl = this.type.isRightToLeft(line)
        this.text(line, isRtl ? right : x, this.y, { size, ink, right: isRtl })
        this.y -= leading
      }
    })
  }
}
