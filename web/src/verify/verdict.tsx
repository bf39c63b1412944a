import type { CheckLine, FileCheck } from '../../../evidence/check-file.ts'
import { Icon } from '../parts/icon.tsx'

type Shown =
  | { is: 'empty' }
  | { is: 'busy'; share: number }
  | { is: 'done'; verdict: FileCheck['verdict']; lines: readonly CheckLine[] }
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
        <section class={`found found-${state.verdict}`}>
          <h2>
            <Icon name={icons[state.verdict]} />
            {headingOf(state)}
          </h2>
          <ul>
            {state.lines.map(({ good, open, text }, index) => (
              <li key={index} class={good || open ? undefined : 'is-bad'}>
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

const icons = { intact: 'check', broken: 'close', unchecked: 'search' } as const

/** Without its signature a chain still stands by itself; where there is none, nothing was checked. */
function headingOf({ verdict, lines }: Extract<Shown, { is: 'done' }>): string {
  if (verdict !== 'unchecked') return verdict === 'intact' ? 'Intact' : 'Not intact'
  return lines.some(({ good }) => good) ? 'Intact in itself, signature not checked' : 'Not checked'
}
