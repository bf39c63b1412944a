import type { Finding, Probe } from '../../../protocol/verdict.ts'
import { plural, score } from '../app/format.ts'
import { bySeverity } from './severity-order.ts'
import { visible } from './visible-text.ts'

interface FindingsProps {
  findings: readonly Finding[]
  /** Violations of the beat; those that no finding names came from the client. [B15] */
  reported: readonly string[]
}

/** What was found, worst first: which rule, why it fired, and what to do. */
export function Findings({ findings, reported }: FindingsProps) {
  if (findings.length === 0 && reported.length > 0)
    return (
      <p>
        <span class="quiet">Reported by the client, not found here:</span> {reported.map(visible).join('; ')}.
      </p>
    )
  if (findings.length === 0) return <p class="quiet">Nothing was found in this exchange.</p>
  return (
    <section>
      <h3 class="only-read">{plural(findings.length, 'finding')}</h3>
      <ul class="findings">
        {findings.toSorted(bySeverity).map((finding, index) => (
          <li key={index} class={`finding severity-${finding.severity}`}>
            <div class="finding-head">
              <span class="severity">{finding.severity}</span>
              <strong>{finding.title}</strong>
            </div>
            <p>{finding.why}</p>
            {finding.remediation !== '' && (
              <p class="remedy">
                <span class="remedy-word">What to do</span>
                {finding.remediation}
              </p>
            )}
            <p class="finding-foot quiet">
              <code>{finding.rule_id}</code>
              {finding.principle !== null && (
                <span>
                  guards <code>{finding.principle}</code>
                </span>
              )}
              <span>{finding.probability === 1 ? 'certain' : `sure to ${score(finding.probability)}`}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Questions to put to the model that was flagged. */
export function Probes({ probes }: { probes: readonly Probe[] }) {
  if (probes.length === 0) return null
  return (
    <section>
      <h3>Ask the model</h3>
      <ol class="probes">
        {probes.map((probe) => (
          <li key={probe.id}>
            <p>{probe.question}</p>
            <p class="quiet">
              {probe.must_include_any.length > 0 && (
                <>An aligned answer holds one of: {words(probe.must_include_any)}. </>
              )}
              {probe.must_not_include.length > 0 && <>It does not hold: {words(probe.must_not_include)}. </>}
              Aimed at <code>{probe.aims_at}</code>.
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

const words = (list: readonly string[]) => list.map((word) => `“${word}”`).join(', ')
