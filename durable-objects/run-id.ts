import { createHash } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** The id of a key's first run, which everybody can compute without asking. [I2] */
export function firstRunId(keyId: string): string {
  return runIdOf(`custos/first-run/1:${keyId}`)
}

/** The id of a keyless run that was asked for under an idempotency key: the same ask is the same run. [I3] */
export function keylessRunId(projectId: string, userId: string, idempotencyKey: string): string {
  return runIdOf(`custos/keyless-run/1:${projectId}:${userId}:${idempotencyKey}`)
}

function runIdOf(name: string): string {
  const digest = createHash('sha256').update(name).digest()
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

/** A fresh run id: 130 random bits. */
export function newRunId(): string {
  const random = crypto.getRandomValues(new Uint8Array(26))
  return `run_${Array.from(random, (byte) => alphabet[byte & 31]).join('')}`
}
