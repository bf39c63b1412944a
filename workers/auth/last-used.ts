/** How coarse a credential's last use is told, ms: it is not written at every use. */
const grainMs = 60_000

/**
 * Whether a use is worth writing down.
 *
 * @param last the use that is written, ms; null for none
 * @param now ms
 */
export function usedAgain(last: number | null, now: number): boolean {
  return last === null || now - last >= grainMs
}
