import { useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import { Dialog } from './dialog.tsx'

interface ConfirmButtonProps {
  /** Word on the button. */
  label: string
  /** The question, as the dialog's title. */
  question: string
  /** What follows from it. */
  children: ComponentChildren
  /** Word on the button that does it. */
  confirm: string
  onConfirm: () => void
  class?: string
}

/** A button for what cannot be undone: asks once, and says what follows. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, question, children, confirm, onConfirm, class: className = 'button button-small' } = props
  const [asks, setAsks] = useState(false)
  return (
    <>
      <button type="button" class={className} onClick={() => setAsks(true)}>
        {label}
      </button>
      {asks && (
        <Dialog title={question} onClose={() => setAsks(false)}>
          <p>{children}</p>
          <div class="dialog-actions">
            <button type="button" class="button" onClick={() => setAsks(false)}>
              Cancel
            </button>
            <button
              type="button"
              class="button button-bad"
              onClick={() => {
                setAsks(false)
                onConfirm()
              }}
            >
              {confirm}
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}
