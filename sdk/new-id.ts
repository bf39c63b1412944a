/**
 * A fresh id: 128 random bits in hex behind a prefix. `crypto.randomUUID` would do, but browsers hide it from
 * pages served over plain HTTP.
 *
 * @param prefix `bt` for a beat, `am` for an amendment
 */
export function newId(prefix: 'bt' | 'am'): string {
  let id = `${prefix}_`
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) id += byte.toString(16).padStart(2, '0')
  return id
}
