import { useEffect } from 'preact/hooks'
import { Blank } from '../parts/blank.tsx'
import { Link } from '../parts/link.tsx'

/** Where no page is: says so, and shows ways back. */
export function MissingPage() {
  useEffect(() => void (document.title = 'No such page · Custos'), [])
  return (
    <main class="page">
      <Blank title="There is no such page">
        <p>
          Nothing is at <code>{location.pathname}</code>. The link may be old, or a letter is missing.
        </p>
        <Link to={{ at: 'runs' }} class="button button-main">
          All runs
        </Link>
        {history.length > 1 && (
          <button type="button" class="button button-quiet" onClick={() => history.back()}>
            Back to where you were
          </button>
        )}
      </Blank>
    </main>
  )
}
