import type { Span } from '../protocol/verdict.ts'
import type { Flag } from './monitor/flag.ts'

/** What a refusal becomes that the response makes for somebody else. */
const told = 'about.refusal'

/** Splits what declines into what the response says for itself and what it says for others. */
export function sortRefusals(flags: readonly Flag[], isOwn: (span: Span) => boolean): readonly Flag[] {
  let others = 0
  const sorted = flags.flatMap((flag): Flag[] => {
    if (flag.task !== 'refusal' || flag.in !== 'response') return [flag]
    const own = flag.spans.filter(isOwn)
    if (own.length === flag.spans.length) return [flag]
    others++
    if (own.length > 0) return [{ ...flag, spans: own }]
    return flag.detector === 'refusal.decline' ? [{ ...flag, detector: told, value: 0.3 }] : []
  })
  return others === 0 ? flags : sorted
}
