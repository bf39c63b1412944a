/**
 * Why a file can't be checked by itself: a CSV or a PDF holds no chain, which is not the same as a broken one.
 *
 * @param name the file's name
 * @returns null for a file that may hold a chain
 */
export function chainless(name: string): string | null {
  const format = /\.(csv|pdf)$/i.exec(name)?.[1]?.toUpperCase()
  if (format === undefined) return null
  return `Not checked: a ${format} holds no chain. Its signed manifest vouches for it, or the run’s NDJSON.`
}
