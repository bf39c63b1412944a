const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Part of the language since 2026; Node 24 does not have it yet. */
const builtIn = (Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }).fromBase64

/** Bytes of a padded base64 string. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  return builtIn === undefined ? decoded(text) : builtIn(text)
}

/** The same by hand, for this room knows no platform, and `atob` is not part of the language. */
export function decoded(text: string): Uint8Array<ArrayBuffer> {
  const value = new Uint8Array(128)
  for (let i = 0; i < 64; i++) value[alphabet.charCodeAt(i)] = i
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let at = 0
  for (let i = 0; i < text.length; i += 4) {
    const quad =
      ((value[text.charCodeAt(i)] as number) << 18) |
      ((value[text.charCodeAt(i + 1)] as number) << 12) |
      ((value[text.charCodeAt(i + 2)] as number) << 6) |
      (value[text.charCodeAt(i + 3)] as number)
    bytes[at++] = quad >> 16
    bytes[at++] = (quad >> 8) & 255
    bytes[at++] = quad & 255
  }
  return bytes
}
