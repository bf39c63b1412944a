import { useState } from 'preact/hooks'
import { saveBlob } from '../app/save-file.ts'
import { toast } from '../app/toasts.tsx'
import { exportLabels } from './export-labels.ts'
import { trainingAddress } from './incident-calls.ts'
import type { IncidentView } from './incident-view.ts'

const nothing =
  'Nothing to export: no incident here is labelled yet, or its texts are erased. ' +
  'Open an incident and answer “Is it really?” below what was said.'

/** Saves the labels of a view, whatever became of its incidents, or says that there are none. */
export function ExportButton({ view }: { view: IncidentView }) {
  const [busy, setBusy] = useState(false)

  async function start() {
    setBusy(true)
    const path = trainingAddress({ ...view, state: null })
    const result = await exportLabels(path, (file) => saveBlob(file, 'custos-labels.jsonl'))
    setBusy(false)
    if (result.is === 'empty') toast(nothing)
    if (result.is === 'failed') toast(`${result.problem.title}. ${result.problem.detail}`, 'bad')
  }

  return (
    <button type="button" class="button button-small" disabled={busy} onClick={() => void start()}>
      Export labels
    </button>
  )
}
