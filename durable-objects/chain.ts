import { createHash, createHmac } from 'node:crypto'

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
 * @param salt 16 bytes, hex, of this entry alone
 * @param content RFC 8785 text of the content
 */
export function contentCommitment(salt: string, content: string): string {
  return createHmac('sha256', Buffer.from(salt, 'hex')).update(content, 'utf8').digest('hex')
}
