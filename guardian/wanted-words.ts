import type { Flag } from './monitor/flag.ts'

/** What kinds of words a prompt asks for. */
export interface Wanted {
  /** Any at all. */
  readonly words: boolean
  /** Words that say no. */
  readonly declining: boolean
  /** Words that another assistant is to say, or words that say no already and come back. */
  readonly given: boolean
  /** What is allowed, and what is not. */
  readonly rules: boolean
}

/** Before words that are handed over stands a sign that opens them. */
const handedOver = /[:"“„«»「『‘`>\n]|(?:^|\s)'/u

/** What the flags of a prompt say that it asks for. */
export function wantedWords(flags: readonly Flag[], prompt: string): Wanted {
  const has = (detector: string) => flags.some((flag) => flag.detector === detector && flag.in === 'prompt')
  const words = has('about.words')
  const canned = has('about.canned')
  const given = flags
    .filter(({ detector }) => detector === 'about.declining_text')
    .some(({ spans }) =>
      spans.some(({ start, end }) => handedOver.test(prompt.slice(Math.max(0, start - 300), end))),
    )
  return {
    words: words || canned,
    declining: words && (has('about.declining') || has('about.declining_text')),
    given: canned || (words && given),
    rules: has('about.rules'),
  }
}
