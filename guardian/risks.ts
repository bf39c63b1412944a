import type { Risks, Task } from '../protocol/verdict.ts'
import type { Flag } from './monitor/flag.ts'
import type { TextObservation } from './observe.ts'

interface Evidence {
  readonly flags: readonly Flag[]
  readonly prompt: TextObservation | null
  readonly response: TextObservation | null
}

/** Chance of a task with no evidence at all. */
const floor = 0.02

function fromFlags(flags: readonly Flag[], task: Task): number {
  let spared = 1 - floor
  for (const flag of flags) if (flag.task === task) spared *= 1 - flag.value
  return 1 - spared
}

function fromHits(task: 'pii' | 'secret', { prompt, response }: Evidence): number {
  const hits = [...(prompt?.hits ?? []), ...(response?.hits ?? [])]
  return hits.reduce((most, hit) => (hit.task === task ? Math.max(most, hit.probability) : most), 0)
}

/** One calibrated probability a task. */
export function composeRisks(evidence: Evidence): Risks {
  const { flags } = evidence
  return {
    injection: fromFlags(flags, 'injection'),
    jailbreak: fromFlags(flags, 'jailbreak'),
    harmful_request: fromFlags(flags, 'harmful_request'),
    unsafe_response: fromFlags(flags, 'unsafe_response'),
    refusal: evidence.response === null ? 0 : fromFlags(flags, 'refusal'),
    evasion: evidence.response === null ? 0 : fromFlags(flags, 'evasion'),
    pii: fromHits('pii', evidence),
    secret: fromHits('secret', evidence),
  }
}
