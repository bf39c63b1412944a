import type { Client } from '../client.ts'
import { isRecord } from '../record.ts'
import type { Probe, Result } from '../result.ts'
import { isStream } from './streams.ts'
import { responseText } from './texts.ts'

/** Calls for one exchange at most, whatever the verdict asks for. */
const mostProbes = 4
/** As much of an answer as is kept, in characters. */
const longestAnswer = 4096

/**
 * Asks a flagged exchange's model what the guardian wants to know of it, in the background, and attaches the judged
 * answers to the beat.
 *
 * @param receipt where the beat stands
 * @param probes the questions of its verdict
 * @param args what the model was called with; each probe takes the place of the prompt in it
 * @param call calls the model, past the guardian
 */
export function interrogate(
  client: Client,
  receipt: Result,
  probes: readonly Probe[],
  args: readonly unknown[],
  call: (args: readonly unknown[]) => unknown,
): void {
  if (receipt.color === 'green' || probes.length === 0) return
  client.background.add(async () => {
    const { Interrogator } = await import('../../guardian/interrogator/interrogator.ts')
    const interrogator = new Interrogator()
    for (const probe of probes.slice(0, mostProbes)) {
      const asked = withQuestion(args, probe.question)
      if (asked === null) return
      const value = await within(client.settings.timeoutMs, async () => call(asked))
      if (isStream(value)) return
      const answer = responseText(value) ?? ''
      const { consistent, reasons } = interrogator.evaluateProbe(probe, answer)
      await client.noteProbe(receipt, {
        probe_id: probe.id,
        aims_at: probe.aims_at,
        question: probe.question,
        answer: answer.slice(0, longestAnswer),
        consistent,
        reasons: [...reasons],
      })
    }
  }, 'An interrogation ended early')
}

/** The same call with another question; null where it is not known where the prompt stands. */
export function withQuestion(args: readonly unknown[], question: string): unknown[] | null {
  const [first, ...rest] = args
  const asked = inPlaceOf(first, question)
  return asked === null ? null : [asked, ...rest]
}

function inPlaceOf(prompt: unknown, question: string): unknown {
  if (typeof prompt === 'string') return question
  if (Array.isArray(prompt)) {
    // The conversation stays before the question: it is what the question is about.
    const isChat = prompt.some((each) => isRecord(each) && typeof each['role'] === 'string')
    return isChat ? [...(prompt as unknown[]), { role: 'user', content: question }] : null
  }
  if (!isRecord(prompt) || prompt['stream'] === true) return null
  for (const name of ['messages', 'prompt', 'input', 'contents', 'question', 'query', 'text']) {
    if (!(name in prompt)) continue
    const asked = inPlaceOf(prompt[name], question)
    return asked === null ? null : { ...prompt, [name]: asked }
  }
  return null
}

async function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the model did not answer a probe within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work(), late])
  } finally {
    clearTimeout(timer)
  }
}
