/** Kinds of text that a reader is told of (ISO 32000-1, 14.8.4). */
export type BlockType = 'H1' | 'H2' | 'H3' | 'P'

/** A piece of text: where its marks are, page by page. */
export interface Block {
  type: BlockType
  places: { page: number; mark: number }[]
}

/** The marked content of a document: each block of text has a number on each page that it is on. */
export class StructureMarks {
  readonly blocks: Block[] = []
  private readonly marksOn: number[] = []
  private current: Block | null = null

  get isOpen(): boolean {
    return this.current !== null
  }

  /** @returns the operator that begins the block */
  open(type: BlockType, page: number): string {
    const block: Block = { type, places: [] }
    this.blocks.push(block)
    return this.resume(block, page)
  }

  close(): void {
    this.current = null
  }

  /** Leaves the block that is open, so that the page may end. */
  suspend(): Block | null {
    const { current } = this
    this.current = null
    return current
  }

  /** @returns the operator that goes on with a block on another page */
  resume(block: Block, page: number): string {
    const mark = this.marksOn[page] ?? 0
    this.marksOn[page] = mark + 1
    block.places.push({ page, mark })
    this.current = block
    return `/${block.type} <</MCID ${mark}>> BDC\n`
  }
}
