import { useState } from 'preact/hooks'
import { exportAddress, exportFormats, type ExportFormat } from '../api/calls.ts'
import { clockTime } from '../app/format.ts'
import { toast } from '../app/toasts.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { stretchOf, type View } from '../trace/view.ts'
import { FileDoors } from '../verify/file-doors.tsx'
import type { RunStore } from './run-store.ts'
import { saveSigned } from './signed-export.ts'

const formatWords: Record<ExportFormat, string> = {
  json: 'JSON: every entry with texts, hashes and salts, to check that nothing was altered',
  ndjson: 'NDJSON: the same, a line an entry, for long runs',
  csv: 'CSV: the beats as a table',
  pdf: 'PDF: a report to hand over',
}

export interface ExportDialogProps {
  store: RunStore
  /** What is on screen. */
  view: View
  onClose: () => void
}

/** What to download of a run, and as what. */
export function ExportDialog({ store, view, onClose }: ExportDialogProps) {
  const { extent } = store
  const { from, to } = stretchOf(view, extent)
  const all = from <= extent.from && to >= extent.to
  const [format, setFormat] = useState<ExportFormat>('json')
  const [range, setRange] = useState<'all' | 'screen'>(all || view.follow ? 'all' : 'screen')
  const [signed, setSigned] = useState(false)
  const screen = { fromMs: from * 1000, toMs: to * 1000 }
  const address = exportAddress(store.id, format, range === 'all' ? null : screen)

  async function download(event: MouseEvent) {
    onClose()
    if (!signed) return
    event.preventDefault()
    const problem = await saveSigned(address, `${store.id}.${format}`)
    if (problem) toast(`${problem.title}. ${problem.detail}`, 'bad')
  }

  return (
    <Dialog title="Export" onClose={onClose}>
      <fieldset class="choices">
        <legend class="only-read">Format</legend>
        {exportFormats.map((one) => (
          <label key={one}>
            <input type="radio" name="format" checked={format === one} onChange={() => setFormat(one)} />
            {formatWords[one]}
          </label>
        ))}
      </fieldset>
      <fieldset class="choices">
        <legend class="only-read">Range</legend>
        <label>
          <input type="radio" name="range" checked={range === 'all'} onChange={() => setRange('all')} />
          The whole run
        </label>
        <label>
          <input type="radio" name="range" checked={range === 'screen'} onChange={() => setRange('screen')} />
          What is on screen, {clockTime(screen.fromMs)} to {clockTime(screen.toMs)}
        </label>
      </fieldset>
      <label class="check">
        <input
          type="checkbox"
          checked={signed}
          onChange={({ currentTarget }) => setSigned(currentTarget.checked)}
        />
        With its signed manifest, a second file: a PDF or a table is checked by that
      </label>
      <FileDoors />
      <div class="dialog-actions">
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
        <a class="button button-main" href={address} download onClick={(event) => void download(event)}>
          <Icon name="download" />
          Download
        </a>
      </div>
    </Dialog>
  )
}
