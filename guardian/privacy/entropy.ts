const counts = new Uint16Array(128)

/**
 * Shannon entropy of a text's characters.
 *
 * @param text At most 512 units are looked at; units from 128 on count as one character.
 * @returns Bits a character, 0 for the empty text.
 */
export function entropy(text: string): number {
  counts.fill(0)
  const length = Math.min(text.length, 512)
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i) & 127
    counts[unit] = (counts[unit] ?? 0) + 1
  }
  let sum = 0
  for (const count of counts) {
    if (count > 0) sum -= (count / length) * Math.log2(count / length)
  }
  return sum
}
