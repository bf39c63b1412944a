/*
 * Apart from the schemas, so that what only checks an export (the command line, the page) need not carry them.
 */

/** Names of the content fields of each type of entry; all other fields but the seal are header. [E4] */
export const contentFields = {
  beat: ['meta', 'prompt', 'reported', 'response', 'truncated'],
  system: [],
  amendment: ['data'],
} as const satisfies Record<'beat' | 'system' | 'amendment', readonly string[]>

/** Fields that stand beside header and content. */
export const sealFields = ['hash', 'salt', 'erased', 'withheld'] as const
