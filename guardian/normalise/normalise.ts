import {
  base64Runs,
  decodeBinary,
  decodeEntities,
  decodeEscapes,
  decodePercent,
  decodeReversed,
  decodeRot13,
  decodeRuns,
  decodeSpacedHex,
  decodeTags,
  mostFound,
  type Decoded,
} from './decode.ts'
import { decodeSpaced } from './decode-spaced.ts'
import { decodeJoined, decodeMorse, decodeParts } from './decode-words.ts'
import { decodedView, placed, plainView, type Stretch, type View } from './view.ts'

/** What the words of a view give away about encodings in it. */
export interface Hints {
  /** Some words are longer than words are. */
  readonly longWords: boolean
  /** Some are so long that they may be several. */
  readonly joinedWords: boolean
  /** Digits stand in pairs, as hex written apart does; or in eights, as binary does. */
  readonly pairs: boolean
  readonly eights: boolean
  /** Letters stand apart. */
  readonly spacedLetters: boolean
  /** Common words stand there in rot13, or backwards. */
  readonly rot13: boolean
  readonly reversed: boolean
}

/** How a reader of views looks at them: what decoding should try, and how to cut joined letters into words. */
export interface ViewReader {
  hints(view: View): Hints
  segment(joined: string): string
}

/** An encoding inside an encoding inside an encoding is followed; a fourth is not. */
const deepest = 3
/** Views of one text at most, the plain one included. */
const mostViews = mostFound
/** Decoded text looked at in all, in units: every encoding here shrinks, so real payloads stay far below. */
const mostDecoded = 65_536

/**
 * The readings of a text: itself first, then what is encoded in it, to a depth of three. Bounded in number and
 * size, linear in the text, deterministic.
 */
export function normalise(text: string, reader: ViewReader): View[] {
  const views = [plainView(text)]
  let decodedUnits = 0
  let depthEnd = 1
  for (let at = 0, depth = 0; at < views.length; at++) {
    if (at === depthEnd) {
      depth++
      depthEnd = views.length
    }
    const view = views[at]
    if (depth === deepest || view === undefined) break
    for (const { kind, source, from } of decodings(view, reader)) {
      decodedUnits += source.length
      if (views.length === mostViews || decodedUnits > Math.max(mostDecoded, views[0]?.source.length ?? 0))
        return views
      views.push(decodedView(kind, source, placed(view, from)))
    }
  }
  return views
}

function decodings(view: View, reader: ViewReader): Decoded[] {
  const text = view.source
  const hints = reader.hints(view)
  const found: Decoded[] = []
  if (hints.longWords) {
    const runs = base64Runs(text)
    found.push(...decodeRuns(text, runs))
    if (hints.joinedWords && view.kind === 'plain')
      found.push(...decodeJoined(text, runs, (joined) => reader.segment(joined)))
  }
  if (view.kind === 'plain') found.push(...decodeMorse(text), ...decodeParts(text))
  if (hints.pairs) found.push(...decodeSpacedHex(text))
  if (hints.eights) found.push(...decodeBinary(text))
  found.push(...decodePercent(text), ...decodeEscapes(text), ...decodeEntities(text))
  if (view.folded.hidden > 0) found.push(...decodeTags(text))
  if (hints.spacedLetters) found.push(...decodeSpaced(text, (joined) => reader.segment(joined)))
  if (hints.rot13 && view.kind !== 'rot13') found.push(decodeRot13(text))
  if (hints.reversed && view.kind !== 'reversed') found.push(decodeReversed(text))
  return found
}

export type { Stretch, View }
