import type { ComposedTask } from '../models/composition.ts'
import { openingLength } from '../models/text-signals.ts'
import { foldOf } from './folds.ts'
import { longExchanges } from './long-texts.ts'
import type { LabelledRecord } from './records.ts'
import type { Sample } from './samples.ts'
import { samplesOf } from './samples.ts'

/** One exchange with what each composed task should say of it. */
export interface LabelledExchange {
  readonly source: string
  readonly group: string
  readonly prompt: string | null
  readonly response: string | null
  readonly labels: Partial<Record<ComposedTask, 0 | 1>>
}

/**
 * The exchanges on which the compositions are fitted: single texts for most tasks, pairs for the replies, and prompts
 * that are long.
 */
export function exchangesOf(
  records: readonly LabelledRecord[],
  written: readonly Sample[] = [],
): LabelledExchange[] {
  const exchanges: LabelledExchange[] = []
  // Written samples that belong to no fold are never unseen.
  const unseen = written.filter((sample) => foldOf(sample) >= 0)
  for (const { source, group, role, text, labels } of [...samplesOf(records), ...unseen]) {
    const { injection, jailbreak, harmful_request, refusal } = labels
    if (role === 'prompt')
      exchanges.push({
        source,
        group,
        prompt: text,
        response: null,
        labels: defined({ injection, jailbreak, harmful_request }),
      })
    else exchanges.push({ source, group, prompt: null, response: text, labels: defined({ refusal }) })
  }
  for (const { task, source, group, prompt, response, label } of records) {
    if (response === null || (task !== 'unsafe_response' && task !== 'benign')) continue
    const unsafe = label ? 1 : 0
    exchanges.push({
      source,
      group,
      prompt,
      response,
      labels: prompt === null ? { unsafe_text: unsafe } : { unsafe_pair: unsafe },
    })
    if (task === 'benign' && prompt !== null)
      exchanges.push({ source, group, prompt: null, response, labels: { unsafe_text: 0 } })
  }
  return [...exchanges, ...longExchanges(records)].filter(({ labels }) => Object.keys(labels).length > 0)
}

function defined<T extends Record<string, 0 | 1 | undefined>>(labels: T): Partial<Record<keyof T, 0 | 1>> {
  return Object.fromEntries(Object.entries(labels).filter(([, label]) => label !== undefined)) as Partial<
    Record<keyof T, 0 | 1>
  >
}

/** The opening of a response, read on its own by the refusal head. */
export function openingOf(response: string): string {
  return response.slice(0, openingLength)
}
