/** A stored beat, new or known before. */
export interface StoredBeat {
  header: string
  hash: string
  duplicate: boolean
}

/**
 * The answer to a response beat, spliced from the header as it was hashed. [B3] [B4]
 *
 * @param id the beat's id, which older clients know as `log_id`
 * @param endedAt when the run closed (ms), or null
 */
export function receiptText(beat: StoredBeat, id: string, endedAt: number | null): string {
  const ended = endedAt === null ? 'null' : `"${new Date(endedAt).toISOString()}"`
  const duplicate = beat.duplicate ? ',"duplicate":true' : ''
  return `${beat.header.slice(0, -1)},"hash":"${beat.hash}","log_id":"${id}","ended_at":${ended}${duplicate}}`
}
