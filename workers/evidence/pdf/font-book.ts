import fontkit from '@pdf-lib/fontkit'
import { StandardFonts, type PDFDocument, type PDFFont } from 'pdf-lib'
// Sets a global that fontkit's Indic shaper was compiled to lean on.
import 'regenerator-runtime'
import * as z from 'zod'
import { unpackWoff } from './woff.ts'

/** Reads a file of the fonts' folder; null when it is not there. */
export type LoadFont = (file: string) => Promise<Uint8Array | null>

const catalogueSchema = z.array(
  z.object({ file: z.string(), ranges: z.array(z.tuple([z.number(), z.number()])) }),
)

/** A font of the document. */
export interface Face {
  /** Its name in the resources of every page. */
  key: string
  font: PDFFont
  has: ReadonlySet<number>
  /** Set for fonts whose glyphs have to be shaped and placed one by one. */
  shaped: boolean
}

/** What a document is set in: Helvetica, which every reader has, and pieces of Noto for what it lacks. */
export interface FontBook {
  text: Face
  bold: Face
  mono: Face
  /** In the order in which they are asked. */
  others: readonly Face[]
}

/**
 * Loads what the characters need and no more. A font that is missing or broken is done without.
 *
 * @param needed every code point that the document shows
 */
export async function openFontBook(
  pdf: PDFDocument,
  load: LoadFont,
  needed: ReadonlySet<number>,
): Promise<FontBook> {
  const standard = async (key: string, name: StandardFonts): Promise<Face> => {
    const font = await pdf.embedFont(name)
    return { key, font, has: new Set(font.getCharacterSet()), shaped: false }
  }
  const text = await standard('T', StandardFonts.Helvetica)
  const bold = await standard('B', StandardFonts.HelveticaBold)
  const mono = await standard('M', StandardFonts.Courier)
  const missing = new Set([...needed].filter((code) => !text.has.has(code)))
  const others: Face[] = []
  if (missing.size > 0) {
    pdf.registerFontkit(fontkit)
    for (const { file, ranges } of await readCatalogue(load)) {
      const wanted = [...missing].some((code) => ranges.some(([from, to]) => code >= from && code <= to))
      const face = wanted ? await embed(pdf, load, file, `N${others.length}`) : null
      if (!face) continue
      others.push(face)
      for (const code of face.has) missing.delete(code)
    }
  }
  return { text, bold, mono, others }
}

async function embed(pdf: PDFDocument, load: LoadFont, file: string, key: string): Promise<Face | null> {
  try {
    const woff = await load(file)
    if (!woff) return null
    // Arabic letters and many emoji are composite glyphs, which fontkit loses in a subset.
    const font = await pdf.embedFont(unpackWoff(woff), { subset: !/arabic|emoji/.test(file) })
    return { key, font, has: new Set(font.getCharacterSet()), shaped: true }
  } catch {
    return null
  }
}

async function readCatalogue(load: LoadFont): Promise<z.infer<typeof catalogueSchema>> {
  try {
    const bytes = await load('catalogue.json')
    return bytes ? catalogueSchema.parse(JSON.parse(new TextDecoder().decode(bytes))) : []
  } catch {
    return []
  }
}
