import { computed } from '@preact/signals'
import type { Account } from '../api/calls.ts'
import { Icon } from '../parts/icon.tsx'
import { Link } from '../parts/link.tsx'
import { ViewsMenu } from '../views/views-menu.tsx'
import { go, place } from './navigation.ts'
import type { At, Place } from './places.ts'
import { rooms } from './rooms.ts'
import { leave } from './session.ts'

const chosenKey = computed(() => (place.value.at === 'key' ? place.value.keyId : ''))

/** What the bar leads to, and the places that are part of it. */
const allDoors: { to: Place; label: string; within: readonly At[] }[] = [
  { to: { at: 'runs' }, label: 'Runs', within: ['runs', 'key', 'run', 'compare'] },
  { to: { at: 'incidents' }, label: 'Incidents', within: ['incidents'] },
  { to: { at: 'playground' }, label: 'Playground', within: ['playground'] },
  {
    to: { at: 'settings' },
    label: 'Settings',
    within: ['settings', 'settings-account', 'settings-organization', 'settings-audit', 'settings-project'],
  },
]
const doors = allDoors.filter(({ to }) => rooms[to.at] !== null)

/** The bar over every page: home, the key whose runs are watched, who is signed in. */
export function AppBar({ account }: { account: Account }) {
  return (
    <header class="app-bar">
      <Link to={{ at: 'runs' }} class="brand">
        <span class="brand-mark">
          <Icon name="pulse" />
        </span>
        Custos
      </Link>
      <nav aria-label="Main">
        {doors.map(({ to, label, within }) => {
          const here = within.includes(place.value.at)
          return (
            <Link key={label} to={to} class={here ? 'nav-link is-here' : 'nav-link'} current={here}>
              {label}
            </Link>
          )
        })}
      </nav>
      <ViewsMenu account={account} />
      <KeyPicker account={account} />
      <span class="spring" />
      <span class="app-user" title={account.user.email}>
        {account.user.name || account.user.email}
      </span>
      <button type="button" class="button button-quiet" onClick={() => void leave()}>
        Sign out
      </button>
    </header>
  )
}

/** Attaches the page to whatever run a key is at. */
function KeyPicker({ account }: { account: Account }) {
  if (account.api_keys.length === 0) return null
  return (
    <label class="key-picker">
      <Icon name="key" />
      <span class="only-read">API key to watch</span>
      <select
        value={chosenKey.value}
        onChange={({ currentTarget }) => {
          const keyId = currentTarget.value
          go(keyId === '' ? { at: 'runs' } : { at: 'key', keyId })
        }}
      >
        <option value="">Watch a key…</option>
        {account.api_keys.map((key) => (
          <option key={key.id} value={key.id}>
            {key.name || key.prefix} · {key.prefix}…
          </option>
        ))}
      </select>
    </label>
  )
}
