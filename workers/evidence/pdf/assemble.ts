import { PDFName, type PDFDocument } from 'pdf-lib'
import { writeOutline } from './outline.ts'
import { paper, type Sheets } from './sheets.ts'
import { writeStructure } from './structure-tree.ts'

/** What a document says of itself. */
export interface PdfAbout {
  title: string
  /** What it is of, as in "run run_1". */
  about: string
  /** ISO 8601. */
  createdAt: string
}

/** Binds sheets into a document: pages with their numbers, bookmarks, tags, metadata. */
export async function assemble(pdf: PDFDocument, sheets: Sheets, about: PdfAbout): Promise<Uint8Array> {
  const pages = sheets.finish()
  const { type } = sheets
  pages.forEach((content, i) => {
    const page = pdf.addPage([paper.width, paper.height])
    for (const { key, font } of type.faces) page.node.setFontDictionary(PDFName.of(key), font.ref)
    const number = `${i + 1} of ${pages.length}`
    const left = type.show(`Custos evidence report, ${about.about}`, paper.left, 34, 8)
    const right = type.show(number, paper.right - type.width(number, 8), 34, 8)
    const foot = sheets.artifact(`0.32 0.38 0.37 rg\n${left}${right}`)
    const { context } = pdf
    const streams = [context.stream(content, { Filter: 'FlateDecode' }), context.flateStream(foot)]
    page.node.set(PDFName.of('Contents'), context.obj(streams.map((stream) => context.register(stream))))
  })
  writeOutline(pdf, sheets.bookmarks)
  writeStructure(pdf, sheets.marks.blocks)
  const at = new Date(about.createdAt)
  pdf.setTitle(about.title, { showInWindowTitleBar: true })
  pdf.setSubject(`Custos ${about.about}`)
  pdf.setAuthor('Custos')
  pdf.setCreator('Custos')
  pdf.setProducer('pdf-lib')
  pdf.setLanguage('en')
  pdf.setCreationDate(at)
  pdf.setModificationDate(at)
  return pdf.save({ objectsPerTick: Infinity })
}
