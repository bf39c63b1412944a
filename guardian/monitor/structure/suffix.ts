import { isOf, signsOf } from '../../normalise/long-runs.ts'
import type { Flag } from '../flag.ts'
import { flagOf } from './flag-of.ts'

/** Where a suffix found by search would stand: the last words of a short prompt. */
const tail = 240
const longestPrompt = 4000
/** Words looked at together, and how many of them must be odd. */
const fewest = 6
const oddShare = 0.4

/** Signs stuck to letters as no writing does: `oppositeley.](`, `**ONE`, `"\!--Two`, `similarlyNow`. */
const odd =
  /[a-z][A-Z][a-z]|[A-Za-z][^\w\s'’.,:;!?)"”-]{1,3}[A-Za-z(]|[[\](){}\\<>=~^*+|@#]{2}|[.,;:!?]["'\\]?[[(\\{+]/
const beaten = /(?:[!?.*#~] ){9}[!?.*#~]/

/** A tail with fewer signs than these is let go at once. */
const fewestSigns = 8

const isSign = signsOf('!"#$%&()*+<=>?@[\\]^_{|}~')

function signsFrom(text: string, start: number): number {
  let signs = 0
  for (let at = start; at < text.length; at++) if (isOf(isSign, text.charCodeAt(at))) signs++
  return signs
}

/**
 * A tail of fragments and signs, as searches for adversarial suffixes find them. Code looks so too: it means something
 * only behind a request for harm.
 */
export function suffixFlag(text: string): Flag | null {
  if (text.length > longestPrompt || text.length < 20) return null
  const start = Math.max(0, text.length - tail)
  if (signsFrom(text, start) < fewestSigns) return null
  const end = text.slice(start)
  const span = (from: number) => [
    { in: 'prompt' as const, start: start + from, end: text.length, kind: 'suffix' },
  ]
  const beat = beaten.exec(end)
  if (beat !== null) return flagOf('jailbreak.suffix', 'jailbreak', 'prompt', 0.5, span(beat.index))
  const words = end.split(/\s+/)
  if (words.length < fewest) return null
  const odds = words.filter((word) => odd.test(word))
  if (odds.length < fewest - 2 || odds.length < words.length * oddShare) {
    const last = words.slice(-12)
    const late = last.filter((word) => odd.test(word))
    if (late.length < fewest - 2 || late.length < last.length * oddShare) return null
  }
  return flagOf('jailbreak.suffix', 'jailbreak', 'prompt', 0.5, span(end.indexOf(odds[0] ?? '')))
}
