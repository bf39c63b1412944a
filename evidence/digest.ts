/** What of Node's own crypto is used where it is there. */
interface NodeCrypto {
  hash?: (algorithm: 'sha256', data: Uint8Array, encoding: 'buffer') => Bytes
}

type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()

/**
 * SHA-256 of bytes. WebCrypto is everywhere, and takes ten times as long for a text of a kilobyte as Node's own hash
 * does, which needs neither a job nor a promise.
 */
const sha256: (bytes: Bytes) => Bytes | Promise<Bytes> = sha256Here()

function sha256Here(): typeof sha256 {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => NodeCrypto } }
  const hash = process?.getBuiltinModule?.('node:crypto').hash
  if (hash) return (bytes) => hash('sha256', bytes, 'buffer')
  return async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

/** SHA-256 of a text in UTF-8, as lower-case hex. */
export async function sha256Hex(text: string): Promise<string> {
  return toHex(await sha256(Uint8Array.from(encoder.encode(text))))
}

/** The link that follows `previous` (hex) for a header in RFC 8785 text. [C1] */
export async function link(previous: string, header: string): Promise<string> {
  return toHex(await sha256(joined(fromHex(previous), encoder.encode(header))))
}

/** Bytes that SHA-256 takes at a time. */
const block = 64

/**
 * HMAC-SHA-256 of a content's RFC 8785 text under its salt (hex). [C3] Two hashes, as RFC 2104 has it: a key that is
 * imported for one text alone costs more than both.
 */
export async function commitment(salt: string, content: string): Promise<string> {
  const key = fromHex(salt)
  const inner = await sha256(joined(padded(key, 0x36), encoder.encode(content)))
  return toHex(await sha256(joined(padded(key, 0x5c), inner)))
}

/** A key of a block at most, with every bit of the pad turned. */
function padded(key: Bytes, pad: number): Bytes {
  const bytes = new Uint8Array(block).fill(pad)
  key.forEach((byte, at) => (bytes[at] = byte ^ pad))
  return bytes
}

function joined(first: Uint8Array, second: Uint8Array): Bytes {
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function toHex(bytes: Bytes): string {
  let hex = ''
  for (const byte of bytes) hex += hexOfByte[byte] ?? ''
  return hex
}

function fromHex(hex: string): Bytes {
  const bytes = new Uint8Array(hex.length / 2)
  for (let at = 0; at < bytes.length; at++) bytes[at] = digitAt(hex, 2 * at) * 16 + digitAt(hex, 2 * at + 1)
  return bytes
}

/** A lower-case hex digit: '0' is 0x30, 'a' is 0x61. */
function digitAt(hex: string, at: number): number {
  const code = hex.charCodeAt(at)
  return (code & 15) + (code >> 6) * 9
}
