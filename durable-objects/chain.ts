import { createHash } from 'node:crypto'

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
  return createHash('sha256').update(previous, 'hex').update(header, 'utf8').digest('hex')
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
  const inner = Buffer.alloc(blockBytes)
  inner.write(salt, 'hex')
  const outer = Buffer.from(inner)
  for (let i = 0; i < blockBytes; i++) {
    inner[i] = (inner[i] ?? 0) ^ 0x36
    outer[i] = (outer[i] ?? 0) ^ 0x5c
  }
  const digest = createHash('sha256').update(inner).update(content, 'utf8').digest()
  return createHash('sha256').update(outer).update(digest).digest('hex')
}

/** SHA-256 works in blocks of so many bytes; a key that is shorter is filled up with zeros. */
const blockBytes = 64
