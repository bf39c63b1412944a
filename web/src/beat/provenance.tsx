import type { ComponentChildren } from 'preact'
import type { BeatEntry } from '../../../protocol/entry.ts'
import { fullTime, score } from '../app/format.ts'
import { visible } from './visible-text.ts'

/** Who evaluated the beat, how it came, and what proves it. */
export function Provenance({ beat }: { beat: BeatEntry }) {
  const { engine, enforcement, reported, warnings, meta } = beat
  return (
    <section>
      <h3>Where it comes from</h3>
      <dl class="facts">
        <Fact name="Evaluated by">
          {engine.name} {engine.version}, policy {engine.policy.id} {engine.policy.version} (
          {engine.tiers.join(', ')})
        </Fact>
        <Fact name="Confidence">{score(beat.confidence)}</Fact>
        {enforcement && (
          <Fact name="Enforced">
            {enforcement.mode}
            {enforcement.on_violation && `, on violation ${enforcement.on_violation}`}
            {enforcement.unavailable && `, edge unavailable: ${enforcement.unavailable}`}
          </Fact>
        )}
        {beat.client_timestamp !== null && (
          <Fact name="Client’s time">{fullTime(Date.parse(beat.client_timestamp))}</Fact>
        )}
        {warnings.map((warning, index) => (
          <Fact key={index} name="Note">
            {visible(warning.detail)} <code>{warning.code}</code>
          </Fact>
        ))}
        <Fact name="Beat">
          <code>{beat.id}</code>
        </Fact>
        <Fact name="Hash">
          <code class="hash">{beat.hash}</code>
        </Fact>
      </dl>
      <Json name="Reported by the client" value={reported} />
      <Json name="Meta" value={meta} />
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Json({ name, value }: { name: string; value: object | null }) {
  if (value === null || Object.keys(value).length === 0) return null
  return (
    <details>
      <summary>{name}</summary>
      <pre class="json" tabIndex={0}>
        {visible(JSON.stringify(value, null, 2))}
      </pre>
    </details>
  )
}
