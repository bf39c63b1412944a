import type { CheckLine } from '../../../evidence/check-file.ts'
import { Icon } from '../parts/icon.tsx'

type Shown =
  | { is: 'empty' }
  | { is: 'busy'; share: number }
  | { is: 'done'; intact: boolean; lines: readonly CheckLine[] }
  | { is: 'failed'; why: string }

/** What a check found, or how far it is. */
export function Verdict({ state }: { state: Shown }) {
  return (
    <div role="status" class="verdict-place">
      {state.is === 'busy' && (
        <p class="notice">
          Checking… <progress max={1} value={state.share} aria-label="Read so far" />
        </p>
      )}
      {state.is === 'failed' && <p class="notice notice-warn">{state.why}</p>}
      {state.is === 'done' && (
        <section class={state.intact ? 'found found-intact' : 'found found-broken'}>
          <h2>
            <Icon name={state.intact ? 'check' : 'close'} />
            {state.intact ? 'Intact' : 'Not intact'}
          </h2>
          <ul>
            {state.lines.map(({ good, text }, index) => (
              <li key={index} class={good ? undefined : 'is-bad'}>
                {text}
              </li>
            ))}
            {state.lines.length === 0 && <li>Nothing to hold it against: add its manifest.</li>}
          </ul>
        </section>
      )}
    </div>
  )
}
