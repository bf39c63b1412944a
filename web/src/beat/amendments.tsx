import type { AmendmentEntry } from '../../../protocol/entry.ts'
import { fullTime } from '../app/format.ts'
import { visible } from './visible-text.ts'

/** What was learned about the beat after it was written. */
export function Amendments({ amendments }: { amendments: readonly AmendmentEntry[] }) {
  if (amendments.length === 0) return null
  return (
    <section>
      <h3>Added later</h3>
      <ul class="amendments">
        {amendments.map((amendment) => (
          <li key={amendment.seq}>
            <strong>{amendment.amendment}</strong>{' '}
            <span class="quiet">
              by {amendment.author.type} {amendment.author.id}, {fullTime(Date.parse(amendment.timestamp))}
            </span>
            <pre class="json" tabIndex={0}>
              {amendment.data === null
                ? amendment.withheld
                  ? 'withheld'
                  : 'erased'
                : visible(JSON.stringify(amendment.data, null, 2))}
            </pre>
          </li>
        ))}
      </ul>
    </section>
  )
}
