import type { LabelledExchange } from './exchanges.ts'
import type { LabelledRecord } from './records.ts'

/** Tells the exchanges that come from records of some tasks, whatever else their sources hold. */
export type ExchangeTest = (exchange: Pick<LabelledExchange, 'prompt' | 'response'>) => boolean

/**
 * Whether every text of an exchange stands in a record of `task`. A source may hold ordinary conversations and
 * others side by side, so its name does not tell.
 */
export function textsOfTask(
  records: readonly Pick<LabelledRecord, 'task' | 'prompt' | 'response'>[],
  task: LabelledRecord['task'],
): ExchangeTest {
  const ofTask = records.filter((record) => record.task === task)
  const prompts = new Set(ofTask.map(({ prompt }) => prompt))
  const responses = new Set(ofTask.map(({ response }) => response))
  return ({ prompt, response }) =>
    (prompt !== null || response !== null) &&
    (prompt === null || prompts.has(prompt)) &&
    (response === null || responses.has(response))
}
