import { signal } from '@preact/signals'
import type { SavedView, SavedViewInput, SavedViewPatch } from '../../../protocol/view.ts'
import type { Failure } from '../api/request.ts'
import { toast } from '../app/toasts.tsx'
import { changeView, deleteView, listViews, saveView } from './view-calls.ts'

/** Views by name, or null before they were read. */
export const views = signal<SavedView[] | null>(null)

/** Reads the views anew: a colleague may have shared one since. */
export async function readViews(): Promise<void> {
  const page = await listViews()
  if (!page.ok) return failed(page.problem)
  views.value = page.value.data.toSorted((a, b) => a.name.localeCompare(b.name))
}

/** Keeps an address under a name. */
export async function save(input: SavedViewInput): Promise<boolean> {
  const saved = await saveView(input)
  if (!saved.ok) {
    failed(saved.problem)
    return false
  }
  await readViews()
  toast(`Saved as “${saved.value.name}”.`, 'plain', {
    label: 'Undo',
    run: () => void remove(saved.value, false),
  })
  return true
}

/**
 * Changes a view.
 *
 * @param done says what happened
 * @param back what takes it back
 */
export async function alter(
  view: SavedView,
  change: SavedViewPatch,
  done: string,
  back: SavedViewPatch | null,
): Promise<void> {
  const changed = await changeView(view.id, change)
  if (!changed.ok) return failed(changed.problem)
  await readViews()
  const undo = back && { label: 'Undo', run: () => void alter(view, back, 'It is as it was.', null) }
  toast(done, 'plain', undo)
}

/** Deletes a view; another of the same name and address takes its place if somebody regrets it. */
export async function remove(view: SavedView, undoable = true): Promise<void> {
  const removed = await deleteView(view.id)
  if (!removed.ok) return failed(removed.problem)
  await readViews()
  const { organization_id, name, address, shared, is_default } = view
  const undo = { label: 'Undo', run: () => void save({ organization_id, name, address, shared, is_default }) }
  toast(`“${name}” is deleted.`, 'plain', undoable ? undo : null)
}

function failed({ title, detail }: Failure): void {
  toast(`${title}. ${detail}`, 'bad')
}
