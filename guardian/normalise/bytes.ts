/** Bytes as UTF-8 text when they read as text; null when they do not, as most byte strings do. */
export function readableText(bytes: readonly number[]): string | null {
  const text = utf8Text(bytes)
  return text !== null && isReadable(text) ? text : null
}

/** Strict UTF-8; null at the first fault. No `TextDecoder`: the guardian runs where there may be none. */
export function utf8Text(bytes: readonly number[]): string | null {
  const parts: string[] = []
  for (let index = 0; index < bytes.length;) {
    const first = bytes[index++] ?? 0
    const more =
      first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1
    if (more < 0) return null
    let code = more === 0 ? first : first & (0x3f >> more)
    for (let rest = 0; rest < more; rest++) {
      const next = bytes[index++] ?? 0
      if ((next & 0xc0) !== 0x80) return null
      code = (code << 6) | (next & 0x3f)
    }
    if (code > 0x10ffff) return null
    parts.push(String.fromCodePoint(code))
  }
  return parts.join('')
}

const readableShare = 0.85

/** Mostly letters and spaces, as sentences are; keys, hashes and pictures are not. */
export function isReadable(text: string): boolean {
  if (text.length < 6) return false
  let readable = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13)) return false
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code >= 0xc0
    if (isLetter || code === 32 || code === 10) readable++
  }
  return readable >= text.length * readableShare
}
