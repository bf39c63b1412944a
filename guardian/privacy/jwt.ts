const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Decodes the beginning of base64url; null at a sign that is none. Only ASCII comes out right, which is enough here. */
function decodeHead(text: string, most: number): string {
  let bits = 0
  let held = 0
  let decoded = ''
  for (let i = 0; i < text.length && decoded.length < most; i++) {
    const value = alphabet.indexOf(text[i] ?? '')
    if (value < 0) break
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held >= 8) {
      held -= 8
      decoded += String.fromCharCode((bits >> held) & 0xff)
    }
  }
  return decoded
}

const form = /eyJ[\w-]{8,4000}\.(?:[\w-]{1,16000}|)(?:\.[\w-]{0,16000}){0,3}/y

/**
 * Reads a JSON Web Token (RFC 7519) that begins at `start`: its header must decode to an object that names an
 * algorithm or a type.
 *
 * @returns Its end, or null.
 */
export function jwtAt(text: string, start: number): number | null {
  form.lastIndex = start
  const found = form.exec(text)?.[0]
  if (found === undefined) return null
  const [header = '', payload = ''] = found.split('.')
  const decoded = decodeHead(header, 400)
  if (!/^\{\s{0,8}"/.test(decoded) || !/"(?:alg|typ|kid|enc|cty|zip|x5t)"/.test(decoded)) return null
  return payload.length < 8 ? null : start + found.replace(/\.$/, '').length
}
