/** Where what is held back must be let go in any case, so that a text without a blank is not held for ever. */
export const longestTail = 8192
/** No number that is written in groups is longer, in characters. */
const longestGroups = 80

/**
 * How much of a growing text no sensitive stretch can reach back into any more: all but the last word, and but what
 * stands before it in groups, as cards, account and telephone numbers do.
 *
 * @param text what has come so far
 * @param from where to begin at the earliest: what stands before it is settled already
 * @returns an index into `text`, at least `from`
 */
export function settledLength(text: string, from: number): number {
  const earliest = Math.max(from, wholeCharacters(text, text.length - longestTail))
  const wordStart = startOfWord(text, text.length, earliest)
  let start = wordStart
  // One blank joins groups; a line's end or two blanks end them.
  while (start > earliest && isJoint(text.charCodeAt(start - 1))) {
    const end = start - 1
    const before = startOfWord(text, end, earliest)
    if (before === end || wordStart - before > longestGroups || !isGroup(text, before, end)) break
    start = before
  }
  return start
}

/** Whether a text holds anything that may settle what stands before it. */
export function holdsBoundary(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isBoundary(text.charCodeAt(at))) return true
  return false
}

function startOfWord(text: string, end: number, earliest: number): number {
  let start = end
  while (start > earliest && !isBoundary(text.charCodeAt(start - 1))) start--
  return start
}

/** Never between the halves of a surrogate pair. */
function wholeCharacters(text: string, at: number): number {
  const code = text.charCodeAt(at - 1)
  return code >= 0xd800 && code < 0xdc00 ? at - 1 : at
}

/** Blanks, and the scripts that write without them, whose characters are no part of any key or number. */
function isBoundary(code: number): boolean {
  return (
    code <= 0x20 || code === 0xa0 || (code >= 0x2e80 && code < 0xd800) || (code >= 0xf900 && code < 0xff00)
  )
}

function isJoint(code: number): boolean {
  return code === 0x20 || code === 0xa0
}

/** Whether a word may be one group of a longer number: it holds a digit, or is a short one of capitals. */
function isGroup(text: string, start: number, end: number): boolean {
  let capitals = true
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x30 && code <= 0x39) return true
    if (code < 0x41 || code > 0x5a) capitals = false
  }
  return capitals && end - start <= 4
}
