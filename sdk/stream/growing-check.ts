import type { Client } from '../client.ts'
import { localEvaluator } from '../local-evaluator.ts'
import type { Result, Task } from '../result.ts'
import type { Growing, GrowingCheck } from './channel.ts'

/** What of a long prompt stands beside each check: its head and its tail, in characters each. */
const promptEnds = 1024

/**
 * How a stream is judged in this process while it grows: by the guardian where `custos-labs/local` brought it, else by
 * what the redactor knows of secrets and personal data. The server judges the whole in any case.
 *
 * @returns null in `monitor` mode, which holds nothing
 */
export async function growingCheck(client: Client, prompt: string | null): Promise<GrowingCheck | null> {
  if (client.settings.mode === 'monitor') return null
  return guardianCheck(client, prompt) ?? (await redactorCheck(client))
}

/** Null without the guardian. */
function guardianCheck(client: Client, prompt: string | null): GrowingCheck | null {
  if (localEvaluator() === null) return null
  const { shouldBlock } = client.settings
  const judge = (response: string | null): Result =>
    client.judge({ prompt: asked, response, confidence: null, meta: null })
  const asked = prompt === null ? null : endsOf(prompt)
  const alone = asked === null ? null : judge(null)
  const doubt = alone !== null && shouldBlock(alone) ? alone.violations[0] : undefined
  return {
    // A verdict takes half a millisecond: half a line at a time is soon enough.
    step: 32,
    check: (text): Growing => {
      const result = judge(text)
      if (!shouldBlock(result)) return { kind: 'clean' }
      // What the prompt alone is blamed for may yet turn out well: the answer may become a refusal.
      const [worst] = result.violations
      return { kind: doubt !== undefined && worst === doubt ? 'doubtful' : 'violation', result }
    },
  }
}

async function redactorCheck({ settings }: Client): Promise<GrowingCheck> {
  const { redact } = await import('../redact.ts')
  return {
    step: 1,
    check: (text): Growing => {
      const { color, violations = [] } = redact({ prompt: null, response: text, meta: null })
      if (color === undefined) return { kind: 'clean' }
      const result = resultOf(color, violations)
      return settings.shouldBlock(result) ? { kind: 'violation', result } : { kind: 'clean' }
    },
  }
}

const noRisks: Readonly<Record<Task, number>> = {
  injection: 0,
  jailbreak: 0,
  harmful_request: 0,
  unsafe_response: 0,
  refusal: 0,
  evasion: 0,
  pii: 0,
  secret: 0,
}

/** What was found without a guardian, in the shape of a verdict. Stands in until the server's own is there. */
function resultOf(color: 'yellow' | 'red' | 'green', violations: string[]): Result {
  return {
    id: '',
    status: color,
    source: 'local',
    alignment_score: { green: 1, yellow: 0.8, red: 0.4 }[color],
    color,
    flatline: false,
    violations,
    findings: [],
    refused: false,
    risks: {
      ...noRisks,
      pii: violations.some((each) => each.startsWith('Personal')) ? 1 : 0,
      secret: violations.some((each) => each.startsWith('Secret')) ? 1 : 0,
    },
    probes: [],
    confidence: null,
    engine: { name: 'redactor', version: '0', policy: { id: 'none', version: '0' }, tiers: ['rules'] },
    run_id: null,
    seq: null,
    while_paused: false,
    run_status: null,
  }
}

function endsOf(text: string): string {
  if (text.length <= 2 * promptEnds) return text
  return `${text.slice(0, promptEnds)}\n${text.slice(-promptEnds)}`
}
