import { requestFile, type Failure } from '../api/request.ts'

/** What came of an export of labels. */
export type LabelsExport = { is: 'saved' } | { is: 'empty' } | { is: 'failed'; problem: Failure }

/**
 * Fetches the labels as training data, and saves them if there are any. They are asked for once, since each time
 * that texts are taken away is noted. [T4]
 *
 * @param path address of the labels
 * @param save keeps the file
 */
export async function exportLabels(path: string, save: (file: Blob) => void): Promise<LabelsExport> {
  const file = await requestFile(path)
  if (!file.ok) return { is: 'failed', problem: file.problem }
  if (file.value.size === 0) return { is: 'empty' }
  save(file.value)
  return { is: 'saved' }
}
