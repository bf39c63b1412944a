import type { Span } from '../../protocol/verdict.ts'
import type { Flag } from '../monitor/flag.ts'
import { Monitor } from '../monitor/monitor.ts'
import { inOriginal, type Stretch } from '../normalise/view.ts'
import type { Observation, TextObservation } from '../observe.ts'
import { literalPhrases, type LiteralPhrases } from './literal-phrases.ts'

/** What a rule allows in an exchange: evidence inside it does not count. */
export interface Allowed {
  excuses(span: Span): boolean
  /** A text with line ends in place of all that is allowed, for looking on where looking is dear. */
  rest(name: 'prompt' | 'response'): string
  /** What the monitor sees in such texts: it keeps a few places of each detector, and all of them may be allowed. */
  flags(): readonly Flag[]
}

/** As long as nobody asks what a rule allows. */
export const nothingAllowed: Allowed = {
  excuses: () => false,
  rest: () => '',
  flags: () => [],
}

export type Allowance = (observation: Observation) => Allowed

/** @throws PolicyError for more words than can be looked for */
export function compileAllowance(allow: readonly string[], path: string): Allowance | null {
  if (allow.length === 0) return null
  const phrases = literalPhrases(allow, path)
  return (observation) => new AllowedPlaces(phrases, observation)
}

class AllowedPlaces implements Allowed {
  readonly #observation: Observation
  readonly #ends: Readonly<Record<'prompt' | 'response', Int32Array | null>>
  #flags: readonly Flag[] | null = null

  constructor(phrases: LiteralPhrases, observation: Observation) {
    this.#observation = observation
    this.#ends = {
      prompt: endsOf(phrases, observation.prompt),
      response: endsOf(phrases, observation.response),
    }
  }

  excuses(span: Span): boolean {
    const end = this.#ends[span.in]?.[span.start] ?? 0
    return end > 0 && end >= span.end
  }

  rest(name: 'prompt' | 'response'): string {
    const text = this.#observation[name]?.text ?? ''
    const ends = this.#ends[name]
    return ends === null ? text : blanked(text, ends)
  }

  flags(): readonly Flag[] {
    const { exchange, prompt, response } = this.#observation
    this.#flags ??= Monitor.shared().analyze({
      ...exchange,
      prompt: prompt && this.rest('prompt'),
      response: response && this.rest('response'),
    }).flags
    return this.#flags
  }
}

/**
 * For every unit of a text where the furthest allowed stretch ends that begins there or before; null for none. However
 * many stretches there are and however they overlap, they take no more room than that.
 */
function endsOf(phrases: LiteralPhrases, observed: TextObservation | null): Int32Array | null {
  if (observed === null) return null
  let ends: Int32Array | null = null
  const note = ({ start, end }: Stretch): void => {
    ends ??= new Int32Array(observed.text.length + 1)
    ends[start] = Math.max(ends[start] ?? 0, end)
  }
  for (const view of observed.views) {
    phrases.matches(view.folded.text, (start, end) => {
      note(inOriginal(view, start, end))
      return false
    })
  }
  return ends === null ? null : running(ends)
}

function running(ends: Int32Array): Int32Array {
  let furthest = 0
  for (let at = 0; at < ends.length; at++) {
    furthest = Math.max(furthest, ends[at] as number)
    ends[at] = furthest
  }
  return ends
}

const newline = 10
/** Units that become a string at once. */
const piece = 8192

function blanked(text: string, ends: Int32Array): string {
  const parts: string[] = []
  const units = new Uint16Array(Math.min(piece, text.length))
  for (let from = 0; from < text.length; from += piece) {
    const count = Math.min(piece, text.length - from)
    for (let at = 0; at < count; at++)
      units[at] = (ends[from + at] as number) > from + at ? newline : text.charCodeAt(from + at)
    parts.push(Reflect.apply(String.fromCharCode, null, units.subarray(0, count)))
  }
  return parts.join('')
}
