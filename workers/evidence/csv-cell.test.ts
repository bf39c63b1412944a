import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainCell, textCell } from './csv-cell.ts'

const read = (cell: string): string => {
  const [row] = parse(`a,${cell},z\r\n`, { relax_quotes: false })
  expect(row).toHaveLength(3)
  return row?.[1] ?? ''
}

it('[X9] marks what a spreadsheet would run', () => {
  for (const text of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    '\u{feff}=1',
    "'a",
    '\u0001@x',
  ]) {
    expect(read(textCell(text))).toBe(`'${text}`)
  }
  for (const text of ['', 'a=1', 'Paris.', '1-1', '"=1"']) expect(read(textCell(text))).toBe(text)
  expect(plainCell(-0.5)).toBe('-0.5')
})

it('[X7] [X9] gives every text back to an independent reader', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...Array.from('=+-@,"\'\r\n\t ;a')) }),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const cell = read(textCell(text))
      const back = cell.startsWith("'") ? cell.slice(1) : cell
      expect(back).toBe(text.replaceAll('\0', '\u{fffd}'))
      expect(cell).not.toMatch(/^[\s]*[=+\-@]/)
    }),
  )
})
