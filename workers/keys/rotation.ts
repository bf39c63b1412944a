import type { KeyRow } from './wire-key.ts'

/**
 * Gives a key a new secret and keeps the old one until `previousUntil` (ms). Of two rotations at once the second
 * starts from a secret that is no longer the key's: it fails its transaction, by the column's NOT NULL, so that
 * nobody is handed a secret that never worked. [O10]
 */
export function rotation(
  db: D1Database,
  row: KeyRow,
  fresh: { prefix: string; hash: string; previousUntil: number },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE api_keys SET hash = CASE WHEN hash = ?2 THEN ?3 END, prefix = ?4, previous_hash = ?2,
         previous_until = ?5 WHERE id = ?1`,
    )
    .bind(row.id, row.hash, fresh.hash, fresh.prefix, fresh.previousUntil)
}
