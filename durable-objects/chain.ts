import { createHash, hash } from 'node:crypto'

/*
 * Synchronous on purpose: `crypto.subtle` answers with promises, and a promise inside the append would end
 * the object's transaction before the hash is known.
 */

/** `hash_0` of a run, hex. [C2] */
export function genesisHash(runId: string): string {
  return createHash('sha256').update(`custos/chain/1:${runId}`).digest('hex')
}

/**
 * The next link of the chain. [C1]
 *
 * @param previous `hash_{n-1}`, hex
 * @param header RFC 8785 text of the entry's header
 * @returns `hash_n`, hex
 */
export function linkHash(previous: string, header: string): string {
  putHex(previous, 0)
  return digest(hashBytes, header, 'hex')
}

/**
 * What stands in the header for the texts of an entry. [C3]
 *
 * HMAC written out as RFC 2104 has it, over the platform's SHA-256: `createHmac` makes a key object of the
 * salt first, which took a fifth of all the time a beat takes.
 *
 * @param salt 16 bytes, hex, of this entry alone
 * @param content RFC 8785 text of the content
 */
export function contentCommitment(salt: string, content: string): string {
  const inner = putHex(salt, 0x36)
  scratch.fill(0x36, inner, blockBytes)
  const digested = digest(blockBytes, content, 'buffer')
  scratch.fill(0x5c, putHex(salt, 0x5c), blockBytes)
  scratch.set(digested, blockBytes)
  return hash('sha256', scratch.subarray(0, blockBytes + hashBytes), 'hex')
}

/** SHA-256 works in blocks of so many bytes; a key that is shorter is filled up with zeros. */
const blockBytes = 64
const hashBytes = 32
/**
 * Where the bytes to hash are laid out, again and again: both hashes are done before anything else runs, and
 * one native call over bytes that lie ready takes half the time of a hash object with its updates.
 */
const scratch = new Uint8Array(64 * 1024)
const encoder = new TextEncoder()

/** Puts bytes given as hex at the start of the scratch, each with a mask, and returns how many they are. */
function putHex(hex: string, mask: number): number {
  const bytes = hex.length / 2
  for (let i = 0; i < bytes; i++) {
    scratch[i] = ((nibble(hex.charCodeAt(2 * i)) << 4) | nibble(hex.charCodeAt(2 * i + 1))) ^ mask
  }
  return bytes
}

/** `0-9` are 48–57, `a-f` 97–102. */
function nibble(code: number): number {
  return code < 58 ? code - 48 : code - 87
}

/** SHA-256 of what stands at the start of the scratch, followed by a text in UTF-8. */
function digest(prefix: number, text: string, as: 'hex'): string
function digest(prefix: number, text: string, as: 'buffer'): Uint8Array
function digest(prefix: number, text: string, as: 'hex' | 'buffer'): string | Uint8Array {
  // Three bytes a unit at most.
  if (prefix + text.length * 3 > scratch.length) {
    const long = createHash('sha256').update(scratch.subarray(0, prefix)).update(text, 'utf8')
    return as === 'hex' ? long.digest('hex') : long.digest()
  }
  const { written } = encoder.encodeInto(text, scratch.subarray(prefix))
  return hash('sha256', scratch.subarray(0, prefix + written), as)
}
