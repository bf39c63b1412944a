import { PDFDocument, PDFName } from 'pdf-lib'
import { entryPages } from '../entry-pages.ts'
import type { ExportRequest } from '../export-request.ts'
import type { Stretch } from '../stretch.ts'
import type { Tally } from '../tally.ts'
import { drawCover } from './cover.ts'
import { openFontBook, type LoadFont } from './font-book.ts'
import { drawIncidents } from './incidents.ts'
import { writeOutline } from './outline.ts'
import { charactersOf, Report } from './report.ts'
import { drawRows } from './rows.ts'
import { paper, Sheets } from './sheets.ts'
import { drawSummary } from './summary.ts'
import { drawTrace } from './trace.ts'
import { Typesetter } from './typesetter.ts'

/** A run as a PDF to hand over. The same request makes the same bytes. [X15] */
export async function writePdf(
  db: D1Database,
  request: ExportRequest,
  stretch: Stretch | null,
  tally: Tally,
  loadFont: LoadFont,
): Promise<Uint8Array> {
  const report = new Report(request.texts)
  for await (const page of entryPages(db, request.run.id, stretch)) {
    tally.add(page)
    for (const row of page) report.add(row)
  }
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const book = await openFontBook(pdf, loadFont, charactersOf(report, [request.run.name]))
  const sheets = new Sheets(new Typesetter(book))
  drawCover(sheets, { request, report, stretch, tally })
  sheets.newPage()
  drawTrace(sheets, report)
  drawSummary(sheets, report)
  drawIncidents(sheets, report)
  drawRows(sheets, report)
  assemble(pdf, sheets, request)
  describe(pdf, request)
  return pdf.save({ objectsPerTick: Infinity })
}

function assemble(pdf: PDFDocument, sheets: Sheets, { run }: ExportRequest): void {
  const pages = sheets.finish()
  const { type } = sheets
  const number = (i: number) => {
    const text = `${i + 1} of ${pages.length}`
    const right = paper.right - type.width(text, 8)
    const left = type.show(`Custos evidence report, ${run.id}`, paper.left, 34, 8)
    return `0.32 0.38 0.37 rg\n${left}${type.show(text, right, 34, 8)}`
  }
  pages.forEach((content, i) => {
    const page = pdf.addPage([paper.width, paper.height])
    for (const { key, font } of type.faces) page.node.setFontDictionary(PDFName.of(key), font.ref)
    page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.flateStream(content + number(i))))
  })
  writeOutline(pdf, sheets.bookmarks)
}

function describe(pdf: PDFDocument, { run, created_at }: ExportRequest): void {
  const at = new Date(created_at)
  pdf.setTitle(`Evidence report: ${run.name || run.id}`, { showInWindowTitleBar: true })
  pdf.setSubject(`Custos run ${run.id}`)
  pdf.setAuthor('Custos')
  pdf.setCreator('Custos')
  pdf.setProducer('pdf-lib')
  pdf.setLanguage('en')
  pdf.setCreationDate(at)
  pdf.setModificationDate(at)
}
