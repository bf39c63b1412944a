import type { FileAtHand } from '../../../evidence/check-file.ts'

/** The bytes of a file, chunk by chunk; not every browser can iterate over a stream by itself. */
export async function* readBytes(
  file: Blob,
  onProgress?: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader()
  let read = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    read += next.value.length
    onProgress?.(read)
    yield next.value
  }
}

/** Bytes of a file that are hashed whole in memory: a browser has no running hash. */
const hashedMost = 2 ** 30

/**
 * A file that somebody chose, for the check: nothing of it leaves the browser.
 *
 * @param onProgress told how many bytes were read so far
 */
export function fileAtHand(file: Blob, onProgress?: (bytes: number) => void): FileAtHand {
  return {
    bytes: () => readBytes(file, onProgress),
    fingerprint: async () => {
      if (file.size > hashedMost) {
        throw new Error(
          'To hold a file against its manifest, a browser needs all of it in memory, and this one has more than 1 GiB. Check it with npx custos-labs verify, or without the manifest.',
        )
      }
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
      const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
      return { bytes: file.size, sha256 }
    },
  }
}
