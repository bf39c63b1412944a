import { isRecord } from '../record.ts'
import type { Result } from '../result.ts'
import { ApiError } from '../errors/api-error.ts'
import { readReceipt } from './receipt.ts'
import { isTransient } from './retry.ts'

/** What became of one item of a batch. */
export type ItemOutcome =
  /** The server has it; a halted key's beats come without a verdict. */
  | { kind: 'recorded'; result: Result | null }
  | { kind: 'refused'; code: string; message: string }
  | { kind: 'again' }

/**
 * Reads the answer to a batch, item by item. [B12]
 *
 * @param count how many beats were sent
 * @param onHalted told when an item was answered `key_halted`
 * @throws ApiError when it is no such answer
 */
export function readBatchAnswer(answer: unknown, count: number, onHalted: () => void): ItemOutcome[] {
  const results = isRecord(answer) ? answer['results'] : null
  if (!Array.isArray(results) || results.length !== count) {
    const message = 'The answer to a batch does not fit it; is this a Custos server?'
    throw new ApiError({
      status: 200,
      code: 'unexpected_answer',
      message,
      requestId: null,
      retryAfterMs: null,
    })
  }
  return results.map((item: unknown): ItemOutcome => {
    const { status, beat, problem } = isRecord(item) ? item : {}
    if (status === 200 || status === 201) return { kind: 'recorded', result: readReceipt(beat) }
    const { code, detail } = isRecord(problem) ? problem : {}
    if (code === 'key_halted') {
      onHalted()
      return { kind: 'recorded', result: null }
    }
    if (typeof status === 'number' && isTransient(status)) return { kind: 'again' }
    return { kind: 'refused', code: String(code), message: `${String(detail)} (${String(status)})` }
  })
}
