import type { Head } from '../models/text-signals.ts'
import type { LabelledRecord } from './records.ts'

/** A text with what is known of it; a head that is not named learns nothing from it. */
export interface Sample {
  readonly text: string
  readonly role: 'prompt' | 'response'
  readonly source: string
  readonly group: string
  readonly labels: Partial<Record<Head, 0 | 1>>
}

type Labels = Sample['labels']

/** Prompts from here on may be wrapped in a scenario, so that they say nothing clear about `jailbreak`. */
const wrappedLength = 200

function promptLabels(record: LabelledRecord, prompt: string): Labels {
  const label = record.label ? 1 : 0
  switch (record.task) {
    case 'benign':
    case 'over_refusal':
      return { injection: 0, jailbreak: 0, harmful_request: 0 }
    case 'injection':
      return record.label ? { injection: 1 } : { injection: 0, jailbreak: 0, harmful_request: 0 }
    case 'jailbreak':
      return { jailbreak: label }
    case 'harmful_request':
      if (!record.label) return { harmful_request: 0, jailbreak: 0, injection: 0 }
      return prompt.length >= wrappedLength
        ? { harmful_request: 1 }
        : { harmful_request: 1, injection: 0, jailbreak: 0 }
    default:
      return {}
  }
}

function responseLabels(record: LabelledRecord): Labels {
  switch (record.task) {
    case 'benign':
      return { reply: 0, refusal: 0 }
    case 'unsafe_response':
      if (record.category === 'read:refuses') return { reply: 0, refusal: 1 }
      return record.label ? { reply: 1 } : { reply: 0 }
    case 'evasion_refusal':
      return { refusal: record.label ? 1 : 0 }
    default:
      return {}
  }
}

/** The texts of the records, each once a role, with the labels that its records agree on. */
export function samplesOf(records: readonly LabelledRecord[]): Sample[] {
  const byText = new Map<string, { sample: Sample; labels: Record<string, 0 | 1 | null> }>()
  const take = (role: Sample['role'], text: string, record: LabelledRecord, labels: Labels) => {
    if (text.trim() === '' || Object.keys(labels).length === 0) return
    const key = `${role}\n${text}`
    let known = byText.get(key)
    if (!known) {
      known = { sample: { text, role, source: record.source, group: record.group, labels: {} }, labels: {} }
      byText.set(key, known)
    }
    for (const [head, label] of Object.entries(labels)) {
      const before = known.labels[head]
      known.labels[head] = before === undefined || before === label ? label : null
    }
  }
  for (const record of records) {
    if (record.prompt !== null) take('prompt', record.prompt, record, promptLabels(record, record.prompt))
    if (record.response !== null) take('response', record.response, record, responseLabels(record))
  }
  return [...byText.values()].map(({ sample, labels }) => ({
    ...sample,
    labels: Object.fromEntries(Object.entries(labels).filter(([, label]) => label !== null)) as Labels,
  }))
}
