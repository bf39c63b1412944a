import type { ReadonlySignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useState } from 'preact/hooks'
import { toast } from '../app/toasts.tsx'
import { Icon } from '../parts/icon.tsx'
import type { View } from '../trace/view.ts'
import type { ExportDialogProps } from './export-dialog.tsx'
import type { RunStore } from './run-store.ts'

const load = () => import('./export-dialog.tsx')

/** Downloads the run, or the stretch of it that is on screen; the dialog comes when somebody wants it. */
export function ExportMenu({ store, view }: { store: RunStore; view: ReadonlySignal<View> }) {
  const [Dialog, setDialog] = useState<ComponentType<ExportDialogProps> | null>(null)

  async function open() {
    try {
      const { ExportDialog } = await load()
      setDialog(() => ExportDialog)
    } catch {
      toast('The server cannot be reached. Try again in a moment.', 'bad')
    }
  }

  return (
    <>
      <button
        type="button"
        class="button"
        onPointerEnter={() => void load().catch(() => undefined)}
        onClick={() => void open()}
      >
        <Icon name="download" />
        Export
      </button>
      {Dialog && <Dialog store={store} view={view.peek()} onClose={() => setDialog(null)} />}
    </>
  )
}
