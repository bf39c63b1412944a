import type { SavedView, SavedViewInput, SavedViewPatch } from '../../../protocol/view.ts'
import { request } from '../api/request.ts'

const pathOf = (id: string) => `/views/${encodeURIComponent(id)}/`

/** One's own views and those shared with one's organisations; more than five hundred are nobody's menu. */
export const listViews = () =>
  request<{ data: SavedView[]; next_cursor: string | null }>('GET', '/views/?limit=500')

export const saveView = (view: SavedViewInput) => request<SavedView>('POST', '/views/', view)

export const changeView = (id: string, change: SavedViewPatch) =>
  request<SavedView>('PATCH', pathOf(id), change)

export const deleteView = (id: string) => request<undefined>('DELETE', pathOf(id))
