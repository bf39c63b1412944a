import type { Verdict } from './result.ts'

/** Judges an exchange in this process, synchronously. */
export type LocalEvaluator = (exchange: {
  prompt: string | null
  response: string | null
  confidence: number | null
  meta: Record<string, unknown> | null
}) => Verdict

let evaluator: LocalEvaluator | null = null

/** Puts a guardian in place for `mode: "local"`; `custos-labs/local` does so when it is imported. */
export function setLocalEvaluator(evaluate: LocalEvaluator): void {
  evaluator = evaluate
}

export function localEvaluator(): LocalEvaluator | null {
  return evaluator
}
