import { signal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'

interface Toast {
  id: number
  text: string
  tone: 'plain' | 'bad'
  undo: { label: string; run: () => void } | null
}

const shown = signal<Toast[]>([])
const SHOWN_MS = 7000
let lastId = 0

/**
 * Says what happened.
 *
 * @param undo what takes it back, offered as a button
 */
export function toast(text: string, tone: Toast['tone'] = 'plain', undo: Toast['undo'] = null): void {
  lastId += 1
  const id = lastId
  shown.value = [...shown.value.slice(-2), { id, text, tone, undo }]
  setTimeout(() => dismiss(id), tone === 'bad' ? SHOWN_MS * 2 : SHOWN_MS)
}

function dismiss(id: number): void {
  shown.value = shown.value.filter((toast) => toast.id !== id)
}

/** Where the toasts stand; politely read out. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.value.map(({ id, text, tone, undo }) => (
        <div key={id} class={`toast toast-${tone}`}>
          <span>{text}</span>
          {undo && (
            <button
              type="button"
              class="button button-quiet"
              onClick={() => {
                undo.run()
                dismiss(id)
              }}
            >
              {undo.label}
            </button>
          )}
          <button type="button" class="icon-button" aria-label="Dismiss" onClick={() => dismiss(id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  )
}
