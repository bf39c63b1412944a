import type { BeatEntry } from '../../../protocol/entry.ts'

/**
 * Whole beats, texts included, up to a bound; the oldest go first. What has gone is fetched again when somebody
 * looks at it.
 */
export class BeatShelf {
  private readonly beats = new Map<number, BeatEntry>()
  private held = 0
  /** No beat below this `seq` is here: the oldest is found without walking over the holes of those that went. */
  private oldest = 0
  private readonly room: number

  /** @param room UTF-16 units of text to keep; by default 24 million, about 48 MB */
  constructor(room = 24_000_000) {
    this.room = room
  }

  /** Takes a beat in; they come in order of `seq`. */
  put(beat: BeatEntry): void {
    if (this.beats.has(beat.seq)) return
    this.beats.set(beat.seq, beat)
    this.held += weight(beat)
    for (; this.held > this.room && this.oldest < beat.seq; this.oldest += 1) {
      const old = this.beats.get(this.oldest)
      if (!old) continue
      this.beats.delete(this.oldest)
      this.held -= weight(old)
    }
  }

  get(seq: number): BeatEntry | null {
    return this.beats.get(seq) ?? null
  }
}

/** Texts weigh by length; what stands around them is taken as a kilobyte. */
function weight({ prompt, response }: BeatEntry): number {
  return 1000 + (prompt?.length ?? 0) + (response?.length ?? 0)
}
