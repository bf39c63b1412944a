import type { Span } from '../../../protocol/verdict.ts'
import type { Folded } from '../../normalise/fold.ts'
import type { Flag } from '../flag.ts'
import { flagOf, type Where } from './flag-of.ts'

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
/** Not the soft hyphen (U+00AD): typeset text is full of it. It hides nothing from the phrases, which fold it away. */
const isZeroWidth = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200d) || (code >= 0x2060 && code <= 0x2064) || code === 0xfeff

/**
 * Hidden characters used to hide something: tags that spell text, overrides of the writing direction, and zero-width
 * characters inside Latin words. Joiners of emoji and of scripts that need them do not count.
 */
export function hiddenFlag(text: string, folded: Folded, where: Where): Flag | null {
  if (folded.hidden === 0) return null
  const spans: Span[] = []
  let tags = 0
  let inWords = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0xad) continue
    const tag = code === 0xdb40 && text.charCodeAt(at + 1) >= 0xdc20 && text.charCodeAt(at + 1) <= 0xdc7e
    const inWord = isZeroWidth(code) && isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1))
    if (tag) tags++
    if (inWord) inWords++
    const direction = code === 0x202d || code === 0x202e
    if ((tag || inWord || direction) && spans.length < 20) {
      spans.push({
        in: where,
        start: at,
        end: at + (tag ? 2 : 1),
        kind: direction ? 'bidi_override' : tag ? 'tag_characters' : 'zero_width',
      })
    }
  }
  // A flag of England is one emoji and six tags, the last of which only ends it.
  const bidi = spans.some((span) => span.kind === 'bidi_override')
  if (tags < 12 && inWords < 2 && !bidi) return null
  return flagOf('obfuscation.hidden', 'injection', where, tags >= 12 || inWords >= 4 ? 0.8 : 0.5, spans)
}
