import { PDFName, type PDFDocument, type PDFRef } from 'pdf-lib'
import type { Block } from './structure-marks.ts'

/**
 * Tags a document: the tree of its text in reading order, for screen readers and for whoever extracts it
 * (ISO 32000-1, 14.7). pdf-lib has no such thing; these are its plain objects.
 */
export function writeStructure(pdf: PDFDocument, blocks: readonly Block[]): void {
  const { context } = pdf
  const [root, top] = [context.nextRef(), context.nextRef()]
  const pages = pdf.getPages()
  const owners: PDFRef[][] = pages.map(() => [])
  const elements = blocks.map(({ type, places }) => {
    const ref = context.nextRef()
    const kids = places.map(({ page, mark }) => {
      const owner = owners[page]
      if (owner) owner[mark] = ref
      return { Type: 'MCR', Pg: pages[page]?.ref ?? null, MCID: mark }
    })
    context.assign(ref, context.obj({ Type: 'StructElem', S: type, P: top, K: kids }))
    return ref
  })
  pages.forEach((page, i) => {
    page.node.set(PDFName.of('StructParents'), context.obj(i))
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
  })
  const numbers = owners.flatMap((refs, i) => [i, context.register(context.obj(refs))])
  const parents = context.register(context.obj({ Nums: numbers }))
  context.assign(top, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: elements }))
  const tree = { Type: 'StructTreeRoot', K: top, ParentTree: parents, ParentTreeNextKey: pages.length }
  context.assign(root, context.obj(tree))
  pdf.catalog.set(PDFName.of('StructTreeRoot'), root)
  pdf.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
}
