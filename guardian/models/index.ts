export { scoreExchange, scoreText } from './score-exchange.ts'
export type { ModelScores } from './score-exchange.ts'
export { modelThresholds } from './thresholds.ts'
export { modelVersion } from './weights/weights.ts'
