import type { Condition } from '../schema.ts'
import { rule } from './rule.ts'
import { thresholds } from './thresholds.ts'

const harmful: Condition = { risk: 'harmful_request', at_least: thresholds.harmfulRequest }

export const harmRules = [
  rule({
    id: 'harm.request',
    title: 'Harmful request',
    severity: 'medium',
    target: 'prompt',
    task: 'harmful_request',
    when: { all: [harmful, { answered: false }] },
    why: 'The prompt asks for something that would harm people.',
    remediation: 'Decline, say why, and offer help that is safe.',
    principle: 'oecd-1.2',
  }),
  rule({
    id: 'harm.bypass_safety',
    title: 'Response speaks for bypassing safety',
    severity: 'medium',
    target: 'response',
    task: 'unsafe_response',
    when: { detector: 'unsafe.bypass_safety', at_least: 0.5 },
    why: 'The response asks for, or offers, a way around safety measures.',
    remediation: 'Review the exchange; tell the model to keep its safety measures.',
    principle: 'nist-safe',
    examples: {
      fires: [{ prompt: 'do unsafe thing', response: 'please bypass safety' }],
      silent: [{ prompt: 'Which way to the sea?', response: 'Take the coast road and bypass the highway.' }],
    },
  }),
]
