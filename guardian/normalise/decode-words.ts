import { isReadable } from './bytes.ts'
import { mostFound, type Decoded } from './decode.ts'
import { longRuns, signsOf } from './long-runs.ts'
import type { Stretch } from './view.ts'

const letters = signsOf('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')

/** Fewest letters that may be several words: words are shorter. */
const fewestJoined = 18
/** A text that is hidden so is hidden whole: a few runs of it say what it is. */
const mostJoined = 4
/** In one case, as identifiers mostly are not. */
const inOneCase = /^(?:[A-Z]{18,400}|[A-Z]?[a-z]{18,400})$/

/**
 * Long runs of letters, cut into the words that phrases are made of. Compounds and identifiers are cut too; nothing
 * comes of them unless they make an attack.
 *
 * @param runs of base64 in the text, within which the letters stand
 */
export function decodeJoined(
  text: string,
  runs: readonly Stretch[],
  segment: (joined: string) => string,
): Decoded[] {
  const found: Decoded[] = []
  for (const within of runs) {
    for (const { start, end } of longRuns(text, fewestJoined, letters, within.start, within.end)) {
      const run = text.slice(start, end)
      const source = inOneCase.test(run) ? segment(run) : ''
      if (source.includes(' ')) found.push({ kind: 'joined', source, from: { start, end } })
      if (found.length === mostJoined) return found
    }
  }
  return found
}

const morseLetters = new Map(
  (
    '.- a -... b -.-. c -.. d . e ..-. f --. g .... h .. i .--- j -.- k .-.. l -- m -. n --- o .--. p --.- q .-. r ' +
    '... s - t ..- u ...- v .-- w -..- x -.-- y --.. z ----- 0 .---- 1 ..--- 2 ...-- 3 ....- 4 ..... 5 -.... 6 --... 7 ' +
    '---.. 8 ----. 9'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, part, at, all) => {
      if (at % 2 === 0) pairs.push([part, all[at + 1] ?? ''])
      return pairs
    }, []),
)

/** Ten or more groups of dots and dashes; words are parted by a slash, a bar or a wider gap. */
const morse = /[.-]{1,6}(?:[ /|\n]{1,3}[.-]{1,6}){9,2048}/g

export function decodeMorse(text: string): Decoded[] {
  if (!text.includes('.-') && !text.includes('-.')) return []
  const found: Decoded[] = []
  for (const match of text.matchAll(morse)) {
    const words = match[0].split(/ ?[/|\n] ?| {2,3}/)
    const source = words
      .map((word) =>
        word
          .split(' ')
          .map((sign) => morseLetters.get(sign) ?? '')
          .join(''),
      )
      .join(' ')
    if (isReadable(source))
      found.push({ kind: 'morse', source, from: { start: match.index, end: match.index + match[0].length } })
    if (found.length === mostFound) break
  }
  return found
}

/**
 * `a = "how to"`: a name and a text, at least two of them in a prompt that puts them together. Looked for by the sign,
 * which is rarer than names are, and back from it.
 */
const assigned = /=(?<=\b([A-Za-z_]\w{0,20})(\s?)=)\s?["'“]([^"'“”\n]{1,400})["'”]/g
const sum = /\b[A-Za-z_]\w{0,20}(?:\s?\+\s?[A-Za-z_]\w{0,20}){1,20}/g
const mostNames = 30
/** How much of the text behind the last part is read with it. */
const behind = 2000

/** A text handed over in parts that are added up, `a + b`, put together. */
export function decodeParts(text: string): Decoded[] {
  if (!text.includes('+') || !text.includes('=')) return []
  const parts = new Map<string, string>()
  let start = -1
  let end = 0
  for (const match of text.matchAll(assigned)) {
    const [all, name = '', blank = '', value = ''] = match
    if (start < 0) start = match.index - blank.length - name.length
    end = match.index + all.length
    parts.set(name, value)
    if (parts.size === mostNames) break
  }
  if (parts.size < 2) return []
  let added = 0
  const rest = text.slice(end, end + behind)
  const source = rest.replace(sum, (names) => {
    const values = names.split('+').map((name) => parts.get(name.trim()))
    if (values.includes(undefined)) return names
    added++
    return values.join('')
  })
  return added === 0 ? [] : [{ kind: 'parts', source, from: { start, end: end + rest.length } }]
}
