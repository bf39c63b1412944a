import { createHash } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** The id of a key's first run, which everybody can compute without asking. [I2] */
export function firstRunId(keyId: string): string {
  const digest = createHash('sha256').update(`custos/first-run/1:${keyId}`).digest()
  let bits = 0n
  for (const byte of digest.subarray(0, 17)) bits = (bits << 8n) | BigInt(byte)
  // 17 bytes are 136 bits; the first 26 letters of base32 are the first 130 of them.
  bits >>= 6n
  let id = ''
  for (let i = 0; i < 26; i++) {
    id = (alphabet[Number(bits & 31n)] ?? '') + id
    bits >>= 5n
  }
  return `run_${id}`
}
