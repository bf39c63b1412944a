import type { FieldError } from '../../protocol/index.ts'
import { limits } from '../../protocol/index.ts'

/**
 * Checks `meta` before any schema walks it: its depth is the sender's choice, so this walk goes level by level
 * instead of recursing. [B16]
 *
 * @returns what is wrong with it, or null
 */
export function metaError(meta: unknown): FieldError | null {
  let level: unknown[] = [meta]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.metaDepth) {
      return { field: 'meta', message: `may nest ${limits.metaDepth} levels deep at most` }
    }
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    )
  }
  if (utf8Length(JSON.stringify(meta) ?? '') > limits.metaBytes) {
    return { field: 'meta', message: `may hold ${limits.metaBytes / 1024} KiB of JSON at most` }
  }
  return null
}

/** Bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}
