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
    const whole = /arabic|emoji/.test(file)
    const font = await pdf.embedFont(unpackWoff(woff), { subset: !whole })
    if (whole) stateAllWidths(font)
    // Chinese and Korean stand sign by sign: nothing is to be shaped, and their texts are never the same twice.
    return { key, font, has: new Set(font.getCharacterSet()), shaped: !/-(sc|kr)-/.test(file) }
  } catch {
    return null
  }
}

/**
 * Has the document state the widths of all glyphs of a font that is embedded whole. pdf-lib states those that a
 * character has by itself; a shaped letter would be taken to be as wide as the font is high, and whoever extracts
 * the text would see gaps and overlaps in every word.
 */
function stateAllWidths(font: PDFFont): void {
  // pdf-lib keeps it to itself, and asks it when the document is saved.
  const { embedder } = font as unknown as { embedder: WidthsOf }
  const { font: shaper, scale } = embedder
  embedder.computeWidths = () => [
    0,
    Array.from({ length: shaper.numGlyphs }, (_, id) => shaper.getGlyph(id).advanceWidth * scale),
  ]
}

interface WidthsOf {
  font: { numGlyphs: number; getGlyph: (id: number) => { advanceWidth: number } }
  /** From the font's units to thousandths of its size. */
  scale: number
  computeWidths: () => (number | number[])[]
}

async function readCatalogue(load: LoadFont): Promise<z.infer<typeof catalogueSchema>> {
  try {
    const bytes = await load('catalogue.json')
    return bytes ? catalogueSchema.parse(JSON.parse(new TextDecoder().decode(bytes))) : []
  } catch {
    return []
  }
}
