import { goTo, address } from '../app/navigation.ts'
import { session } from '../app/session.ts'
import { toast } from '../app/toasts.tsx'
import { formatAddress } from '../app/address.ts'
import { listViews } from './view-calls.ts'

/** Opens the page with the view that somebody made their default, where the address says nothing else. */
export async function openDefaultView(): Promise<void> {
  const bare = formatAddress(address.peek())
  if (bare !== '/simulator' || session.peek().is !== 'in') return
  const page = await listViews()
  const view = page.ok ? page.value.data.find((each) => each.is_default) : undefined
  // Whoever went on in the meantime is left where they are.
  if (!view || formatAddress(address.peek()) !== bare || view.address === bare) return
  goTo(view.address)
  toast(`This is your view “${view.name}”.`, 'plain', { label: 'All runs', run: () => goTo(bare) })
}
