import { encodeDraft } from '../draft.ts'
import { KeyHaltedError } from '../errors/key-halted-error.ts'
import type { Redactor } from '../redactor.ts'
import type { AmendmentItem, Item } from './items.ts'
import { isRefusal } from './refusal.ts'
import { readBatchAnswer, type ItemOutcome } from './batch-answer.ts'

/** What sending needs of its owner. */
export interface SendPort {
  post(path: string, body: unknown): Promise<unknown>
  loadRedactor(): Promise<Redactor | null>
  /** Told when the server says that the key is halted. */
  onHalted(): void
}

/**
 * Sends beats as one batch, or amendments side by side.
 *
 * @param items all of one kind
 * @returns what became of each
 * @throws what `post` throws, when it says nothing of any single item
 */
export async function sendItems(port: SendPort, items: readonly Item[]): Promise<ItemOutcome[]> {
  const amendments = items.filter((item) => item.kind === 'amendment')
  if (amendments.length > 0) return Promise.all(amendments.map((each) => sendAmendment(port, each)))
  const redactor = await port.loadRedactor()
  const unsendable = new Map<number, ItemOutcome>()
  const beats = items.flatMap((item, index) => {
    if (item.kind !== 'beat') return []
    try {
      return [encodeDraft(item.draft, redactor)]
    } catch (error) {
      // What can't be redacted doesn't leave the process.
      unsendable.set(index, { kind: 'refused', code: 'redact', message: `redact threw: ${String(error)}` })
      return []
    }
  })
  const sent = beats.length > 0 ? await sendBeats(port, beats) : []
  return items.map((_, index) => unsendable.get(index) ?? sent.shift() ?? { kind: 'again' })
}

async function sendBeats(port: SendPort, beats: readonly unknown[]): Promise<ItemOutcome[]> {
  try {
    const answer = await port.post('/simulator/logs/batch/', { beats })
    return readBatchAnswer(answer, beats.length, () => port.onHalted())
  } catch (error) {
    // A halted key's beats are recorded all the same. [R4]
    if (error instanceof KeyHaltedError) return beats.map(() => ({ kind: 'recorded', result: null }))
    throw error
  }
}

async function sendAmendment(port: SendPort, { runId, seq, body }: AmendmentItem): Promise<ItemOutcome> {
  try {
    await port.post(`/simulator/logs/${runId}/${seq}/amendments/`, body)
    return { kind: 'recorded', result: null }
  } catch (error) {
    if (isRefusal(error)) return { kind: 'refused', code: error.code, message: error.message }
    throw error
  }
}
