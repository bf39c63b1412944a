import { chunkedFrom, eachChunk } from '../models/chunks.ts'
import type { LabelledExchange } from './exchanges.ts'
import { openingOf } from './exchanges.ts'
import type { TextRows } from './features.ts'
import { textRows } from './features.ts'
import type { Sample } from './samples.ts'

/** The chunks of a text as the linear models read them: itself when it is short. */
export function chunksOf(text: string): string[] {
  if (text.length <= chunkedFrom) return [text]
  const chunks: string[] = []
  eachChunk(text, 0, text.length, (start, end) => chunks.push(text.slice(start, end)))
  return chunks
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
  const add = (text: string) => {
    if (rowOf.has(text)) return
    rowOf.set(text, texts.length)
    texts.push(text)
    for (const chunk of chunksOf(text)) add(chunk)
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
