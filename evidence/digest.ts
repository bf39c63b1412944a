const encoder = new TextEncoder()

/** SHA-256 of bytes, or of a text in UTF-8, as lower-case hex. */
export async function sha256Hex(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === 'string' ? encoder.encode(data) : data
  return toHex(await crypto.subtle.digest('SHA-256', bytes))
}

/** The link that follows `previous` (hex) for a header in RFC 8785 text. [C1] */
export async function link(previous: string, header: string): Promise<string> {
  const text = encoder.encode(header)
  const bytes = new Uint8Array(32 + text.length)
  bytes.set(fromHex(previous))
  bytes.set(text, 32)
  return sha256Hex(bytes)
}

/** HMAC-SHA-256 of a content's RFC 8785 text under its salt (hex). [C3] */
export async function commitment(salt: string, content: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', fromHex(salt), algorithm, false, ['sign'])
  return toHex(await crypto.subtle.sign('HMAC', key, encoder.encode(content)))
}

function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  )
}
