import type { Span, Task } from '../../protocol/verdict.ts'
import type { Exchange } from '../exchange.ts'
import { inOriginal, plainView, type View } from '../normalise/view.ts'
import type { Flag } from './flag.ts'
import { PhraseTable } from './phrases.ts'
import { detectorTables, macros, type PhraseDetector } from './tables/index.ts'

/** What the monitor saw, and the readings of the texts it saw it in. */
export interface Analysis {
  readonly flags: readonly Flag[]
  readonly views: { readonly prompt: readonly View[]; readonly response: readonly View[] }
}

/** Evidence of one detector kept at most; the rest would repeat it. */
const mostSpans = 20

/** Looks for red flags in an exchange, and says where it saw them. Keeps nothing between exchanges. */
export class Monitor {
  readonly #table = new PhraseTable<PhraseDetector>(macros)

  static #shared: Monitor | null = null

  /** One monitor for everybody: it holds tables and no state. */
  static shared(): Monitor {
    Monitor.#shared ??= new Monitor()
    return Monitor.#shared
  }

  constructor() {
    for (const detector of detectorTables) this.#table.add(detector, detector.phrases)
  }

  /** All flags of prompt and response together. Linear in the texts; never throws. */
  analyze(exchange: Exchange): Analysis {
    const prompt = viewsOf(exchange.prompt)
    const response = viewsOf(exchange.response)
    const flags = [...this.#flagsIn('prompt', prompt), ...this.#flagsIn('response', response)]
    return { flags, views: { prompt, response } }
  }

  /** The flags of the response that speak of evasion, worst first. */
  detectEvasion(exchange: Exchange): Flag[] {
    return this.analyze(exchange)
      .flags.filter((flag) => flag.task === 'evasion')
      .sort((a, b) => b.value - a.value)
  }

  #flagsIn(where: 'prompt' | 'response', views: readonly View[]): Flag[] {
    const seen = new Map<string, { task: Task; value: number; spans: Span[] }>()
    for (const view of views) {
      this.#table.matches(this.#table.tokens(view.folded.text), (detector, start, end) => {
        if (detector.in !== 'both' && detector.in !== where) return
        const entry = seen.get(detector.id) ?? { task: detector.task, value: 0, spans: [] }
        seen.set(detector.id, entry)
        entry.value = Math.max(entry.value, detector.value)
        if (entry.spans.length >= mostSpans) return
        const place = inOriginal(view, start, end)
        entry.spans.push({ in: where, start: place.start, end: place.end, kind: detector.kind })
      })
    }
    return [...seen].map(([detector, { task, value, spans }]) => ({
      detector,
      task,
      in: where,
      value,
      spans,
    }))
  }
}

function viewsOf(text: string | null | undefined): View[] {
  return text === null || text === undefined ? [] : [plainView(text)]
}
