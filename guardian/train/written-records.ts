import { fileURLToPath } from 'node:url'
import type { ModelScores } from '../models/score-exchange.ts'
import { whyNotTrained } from './licences.ts'
import type { LabelledRecord } from './records.ts'
import { readRecords } from './records.ts'

/**
 * Texts written singly for this project, in the format of the data: `written/` is trained on, `written/unseen/`,
 * written first and apart, is only measured. Their sources begin with `own:written-`.
 */
const folder = fileURLToPath(new URL('written/', import.meta.url))

export const isWritten = (source: string): boolean => source.startsWith('own:written-')

/** By task, the source of the texts that were written for it: they are the hardest for it. */
export const writtenSources: Readonly<Record<keyof ModelScores, string>> = {
  injection: 'own:written-injections',
  jailbreak: 'own:written-jailbreaks',
  harmful_request: 'own:written-requests',
  unsafe_response: 'own:written-answers',
  refusal: 'own:written-refusals',
}

/** The written texts that the models learn from. */
export const writtenRecords = (): LabelledRecord[] => readRecords([folder])

/** What the models learn from: the data, as far as licences and authors allow it, and the written texts. */
export const trainedRecords = (data: readonly LabelledRecord[]): LabelledRecord[] => [
  ...data.filter((record) => whyNotTrained(record) === null),
  ...writtenRecords(),
]

/** The written texts that are kept for measuring. */
export const unseenWrittenRecords = (): LabelledRecord[] => readRecords([`${folder}unseen/`])
