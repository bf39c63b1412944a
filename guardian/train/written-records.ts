import { fileURLToPath } from 'node:url'
import type { LabelledRecord } from './records.ts'
import { readRecords } from './records.ts'

/**
 * Texts written singly for this project, in the format of the data: `written/` is trained on, `written/unseen/`, by
 * other hands, is only measured. Their sources begin with `own:written-`.
 */
const folder = fileURLToPath(new URL('written/', import.meta.url))

export const isWritten = (source: string): boolean => source.startsWith('own:written-')

/** The written texts that the models learn from. */
export const writtenRecords = (): LabelledRecord[] => readRecords([folder])

/** The written texts that are kept for measuring. */
export const unseenWrittenRecords = (): LabelledRecord[] => readRecords([`${folder}unseen/`])
