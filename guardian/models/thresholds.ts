import type { ModelScores } from './score-exchange.ts'
import { weights } from './weights/weights.ts'

/**
 * From where on a probability counts as found. Chosen in training by the false positives on ordinary
 * conversations and on safe prompts that only look unsafe, not by recall.
 */
export const modelThresholds: Readonly<Record<keyof ModelScores, number>> = weights.thresholds
