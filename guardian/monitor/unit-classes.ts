/* What the units of a folded text are to the tokeniser: one look at a table tells all that it asks of most of them. */
export const letter = 1
export const digit = 2
/** Written without spaces between words: each character is a word. */
export const ideograph = 4
export const wordly = letter | digit | ideograph
export const newline = 8
/** Ends a sentence in any of the languages covered, when followed by space. */
export const stop = 16
/** A word may be cut by one. */
export const joiner = 32
/** Between letters these stand for letters. */
export const innerSymbol = 64

/** The class of every UTF-16 unit: 0, or one or more of these bits. */
export const classes = buildClasses()

function buildClasses(): Uint8Array {
  const table = new Uint8Array(65_536)
  table.fill(letter, 0x61, 0x7b)
  table.fill(letter, 0x41, 0x5b)
  table.fill(digit, 0x30, 0x3a)
  // Everything beyond ASCII counts as a letter but for punctuation, spaces and private areas.
  table.fill(letter, 0xc0, 0xfffe)
  table.fill(0, 0x2000, 0x2c00)
  table.fill(0, 0x3000, 0x3040)
  table.fill(0, 0xd800, 0xf900)
  table.fill(0, 0xfe30, 0xfe70)
  for (const code of [0xd7, 0xf7, 0x60c, 0x61b, 0x61f, 0x6d4, 0x964, 0x965, 0x37e, 0x387]) table[code] = 0
  table.fill(ideograph, 0x3040, 0x3100)
  table.fill(ideograph, 0x3400, 0xa000)
  table.fill(ideograph, 0xf900, 0xfb00)
  table.fill(ideograph, 0xe00, 0xe80)
  const sign = (signs: string, bit: number): void => {
    for (const one of signs) table[one.charCodeAt(0)] = (table[one.charCodeAt(0)] ?? 0) | bit
  }
  sign('\n', newline)
  sign('.!?;\u0964\u061f\u06d4', stop)
  sign('-./_*~', joiner)
  sign('@$!|', innerSymbol)
  return table
}
