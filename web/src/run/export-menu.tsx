import type { ReadonlySignal } from '@preact/signals'
import { useState } from 'preact/hooks'
import { useLater } from '../app/use-later.ts'
import { Icon } from '../parts/icon.tsx'
import type { View } from '../trace/view.ts'
import type { RunStore } from './run-store.ts'

const load = async () => (await import('./export-dialog.tsx')).ExportDialog

/** Downloads the run, or the stretch of it that is on screen. */
export function ExportMenu({ store, view }: { store: RunStore; view: ReadonlySignal<View> }) {
  const [open, setOpen] = useState(false)
  const ExportDialog = useLater(load, open)
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        <Icon name="download" />
        Export
      </button>
      {ExportDialog && open && (
        <ExportDialog store={store} view={view.peek()} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
