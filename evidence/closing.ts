/** How an export ends, so that a cut one is not whole. [X3] */
export interface Closing {
  count: number
  beats: number
  head: string | null
  about_sha256: string
}

/** The closing line of an NDJSON export; that of JSON is made of it. [X3] [X4] */
export function closingText({ count, beats, head, about_sha256 }: Closing): string {
  return JSON.stringify({ count, beats, head, about_sha256, complete: true })
}
