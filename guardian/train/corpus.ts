import { chunkedFrom, eachChunk } from '../models/chunks.ts'
import { windowLength, windowStride } from '../models/text-features.ts'
import type { LabelledExchange } from './exchanges.ts'
import { openingOf } from './exchanges.ts'
import type { TextRows } from './features.ts'
import { textRows } from './features.ts'
import type { Sample } from './samples.ts'

/** Where the chunks of a text begin and end. */
function chunkBounds(text: string): (readonly [start: number, end: number])[] {
  if (text.length <= chunkedFrom) return [[0, text.length]]
  const bounds: (readonly [number, number])[] = []
  eachChunk(text, 0, text.length, (start, end) => bounds.push([start, end]))
  return bounds
}

/** The chunks of a text as the linear models read them: itself when it is short. */
export const chunksOf = (text: string): string[] =>
  chunkBounds(text).map(([start, end]) => text.slice(start, end))

/** Where they begin. */
export const chunkStarts = (text: string): number[] => chunkBounds(text).map(([start]) => start)

/** The windows of a text as the network reads them: itself when it fits into one. */
export function windowsOf(text: string): string[] {
  const windows: string[] = []
  for (let start = 0; ; start += windowStride) {
    windows.push(text.slice(start, start + windowLength))
    if (start + windowLength >= text.length) return windows
  }
}

/** Every text of the training set with what the models read of it. */
export interface Corpus {
  readonly samples: readonly Sample[]
  readonly exchanges: readonly LabelledExchange[]
  readonly rows: TextRows
  readonly rowOf: ReadonlyMap<string, number>
}

export function corpusOf(samples: readonly Sample[], exchanges: readonly LabelledExchange[]): Corpus {
  const rowOf = new Map<string, number>()
  const texts: string[] = []
  const addRow = (text: string) => {
    if (rowOf.has(text)) return
    rowOf.set(text, texts.length)
    texts.push(text)
  }
  const add = (text: string) => {
    if (rowOf.has(text)) return
    addRow(text)
    for (const part of [...chunksOf(text), ...windowsOf(text)]) addRow(part)
  }
  for (const { text } of samples) add(text)
  for (const { prompt, response } of exchanges) {
    if (prompt !== null) add(prompt)
    if (response !== null) {
      add(response)
      add(openingOf(response))
    }
  }
  return { samples, exchanges, rows: textRows(texts), rowOf }
}
