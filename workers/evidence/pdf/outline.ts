import { PDFHexString, PDFName, PDFNumber, type PDFDocument, type PDFRef } from 'pdf-lib'
import type { Bookmark } from './sheets.ts'

interface Node extends Bookmark {
  ref: PDFRef
  children: Node[]
}

/** Writes the bookmarks of a document, each under the last one that is less deep (ISO 32000-1, 12.3.3). */
export function writeOutline(pdf: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context } = pdf
  const tops: Node[] = []
  /** The last node of each depth. */
  const path: Node[] = []
  for (const bookmark of bookmarks) {
    const node: Node = { ...bookmark, ref: context.nextRef(), children: [] }
    path.length = Math.min(path.length, bookmark.depth)
    ;(path.at(-1)?.children ?? tops).push(node)
    path.push(node)
  }
  const root = context.nextRef()
  const write = (nodes: readonly Node[], parent: PDFRef) => {
    nodes.forEach((node, i) => {
      const page = pdf.getPage(node.page)
      const { children } = node
      const [first, last] = [children[0], children.at(-1)]
      const [before, after] = [nodes[i - 1], nodes[i + 1]]
      const item = context.obj({
        Title: PDFHexString.fromText(node.title),
        Parent: parent,
        Dest: [page.ref, PDFName.of('XYZ'), null, PDFNumber.of(Math.round(node.y)), null],
        ...(before && { Prev: before.ref }),
        ...(after && { Next: after.ref }),
        // A negative count: closed until somebody opens it.
        ...(first && last && { First: first.ref, Last: last.ref, Count: -children.length }),
      })
      context.assign(node.ref, item)
      write(children, node.ref)
    })
  }
  write(tops, root)
  const [first, last] = [tops[0], tops.at(-1)]
  if (!first || !last) return
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: first.ref, Last: last.ref, Count: tops.length }),
  )
  pdf.catalog.set(PDFName.of('Outlines'), root)
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
