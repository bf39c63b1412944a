import type { Detector } from '../detector.ts'

/** A detector, and the phrases that it looks for. */
export interface PhraseDetector extends Detector {
  /** In the notation of `PhraseReader`. */
  readonly phrases: readonly string[]
}
