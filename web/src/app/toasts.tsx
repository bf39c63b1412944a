import { computed, signal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'
import { place } from './navigation.ts'
import { pathOf } from './places.ts'

interface Toast {
  id: number
  /** When it was said, by `performance.now()`. */
  sinceMs: number
  text: string
  tone: 'plain' | 'bad'
  undo: { label: string; run: () => void } | null
}

const shown = signal<Toast[]>([])
const SHOWN_MS = 7000
/** What is said on the way to another page is read there. */
const ON_THE_WAY_MS = 1000
let lastId = 0

/**
 * Says what happened.
 *
 * @param undo what takes it back, offered as a button
 */
export function toast(text: string, tone: Toast['tone'] = 'plain', undo: Toast['undo'] = null): void {
  lastId += 1
  const id = lastId
  shown.value = [...shown.value.slice(-2), { id, sinceMs: performance.now(), text, tone, undo }]
  setTimeout(() => dismiss(id), tone === 'bad' ? SHOWN_MS * 2 : SHOWN_MS)
}

const path = computed(() => pathOf(place.value))
// What was said of one page is not carried to another.
path.subscribe(() => {
  const now = performance.now()
  shown.value = shown.peek().filter(({ sinceMs }) => now - sinceMs < ON_THE_WAY_MS)
})

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
