import './views.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SavedView } from '../../../protocol/view.ts'
import type { Account } from '../api/calls.ts'
import { formatAddress } from '../app/address.ts'
import { address, goTo } from '../app/navigation.ts'
import { may, roleIn } from '../app/rights.ts'
import { Icon } from '../parts/icon.tsx'
import { SaveView } from './save-view.tsx'
import { alter, readViews, remove, views } from './views-store.ts'

/** Places that somebody named: to go to, to keep the one on screen, to share. */
export function ViewsMenu({ account }: { account: Account }) {
  const [open, setOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return undefined
    void readViews()
    menu.current?.querySelector<HTMLElement>('input, a')?.focus()
    function onPointer(event: PointerEvent) {
      const { target } = event
      if (!(target instanceof Element)) return
      // A toast tells of what was done in here, and may take it back.
      const within =
        menu.current?.contains(target) || button.current?.contains(target) || target.closest('.toasts')
      if (!within) setOpen(false)
    }
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'Escape') return
      // The drawer of a run closes by the same key; it is not meant.
      event.stopPropagation()
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', onPointer)
    document.addEventListener('keydown', onKey, true)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      document.removeEventListener('keydown', onKey, true)
    }
  }, [open])

  return (
    <div class="views">
      <button
        ref={button}
        type="button"
        class="button button-quiet"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="bookmark" />
        Views
      </button>
      {open && (
        <div ref={menu} class="views-menu" role="region" aria-label="Saved views">
          <SaveView account={account} address={formatAddress(address.value)} />
          <ViewList account={account} onGone={() => setOpen(false)} />
        </div>
      )}
    </div>
  )
}

function ViewList({ account, onGone }: { account: Account; onGone: () => void }) {
  const list = views.value
  if (list === null) return <p class="quiet">Reading…</p>
  if (list.length === 0)
    return (
      <p class="quiet">
        None yet. A view keeps the run, the zoom, the filters and the open beat that are on screen.
      </p>
    )
  return (
    <ul class="view-list">
      {list.map((view) => (
        <ViewItem key={view.id} view={view} account={account} onGone={onGone} />
      ))}
    </ul>
  )
}

interface ViewItemProps {
  view: SavedView
  account: Account
  onGone: () => void
}

function ViewItem({ view, account, onGone }: ViewItemProps) {
  const mine = view.owner.id === account.user.id
  const role = roleIn(account, view.organization_id)
  const manages = may(role, 'org:update')
  const mayShare = may(role, 'view:share')
  const { name } = view
  return (
    <li class="view-item">
      <a
        href={view.address}
        class="view-link"
        onClick={(event) => {
          if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          onGone()
          goTo(view.address)
        }}
      >
        <span class="view-name">{name}</span>
        <span class="quiet">
          {[
            view.is_default && 'opens first',
            view.shared && (mine ? 'shared' : `shared by ${view.owner.name || 'a colleague'}`),
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </a>
      {mine && (
        <button
          type="button"
          class="icon-button"
          aria-pressed={view.is_default}
          aria-label={`Open the page with ${name}`}
          title="Open the page with it"
          onClick={() =>
            void alter(
              view,
              { is_default: !view.is_default },
              view.is_default
                ? 'The page opens with all runs again.'
                : `The page opens with “${name}” from now on.`,
              { is_default: view.is_default },
            )
          }
        >
          <Icon name="home" />
        </button>
      )}
      {mine && mayShare && (
        <button
          type="button"
          class="icon-button"
          aria-pressed={view.shared}
          aria-label={`Share ${name} with the organisation`}
          title="Share it with the organisation"
          onClick={() =>
            void alter(
              view,
              { shared: !view.shared },
              view.shared ? `“${name}” is your own again.` : `Everybody in the organisation sees “${name}”.`,
              { shared: view.shared },
            )
          }
        >
          <Icon name="people" />
        </button>
      )}
      {(mine || manages) && (
        <button
          type="button"
          class="icon-button"
          aria-label={`Delete ${name}`}
          title="Delete it"
          onClick={() => void remove(view, mine)}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  )
}
