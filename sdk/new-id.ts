/**
 * A fresh id: at least 122 random bits behind a prefix. `crypto.randomUUID` is the quickest source, since runtimes keep
 * some in stock, but browsers hide it from pages served over plain HTTP.
 *
 * @param prefix `bt` for a beat, `am` for an amendment
 */
export function newId(prefix: 'bt' | 'am'): string {
  let id = `${prefix}_`
  if (typeof crypto.randomUUID === 'function') id += crypto.randomUUID()
  else {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) id += byte.toString(16).padStart(2, '0')
  }
  // Put together of many pieces, it would be kept as such: seven times as much memory while it waits. This joins them.
  return id.toLowerCase()
}
