import { computed } from '@preact/signals'
import type { Account } from '../api/calls.ts'
import { Icon } from '../parts/icon.tsx'
import { Link } from '../parts/link.tsx'
import { go, place } from './navigation.ts'
import { leave } from './session.ts'

const chosenKey = computed(() => (place.value.at === 'key' ? place.value.keyId : ''))

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
        <Link to={{ at: 'runs' }} class={place.value.at === 'runs' ? 'nav-link is-here' : 'nav-link'}>
          Runs
        </Link>
      </nav>
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
