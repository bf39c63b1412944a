import { harmRules } from './default/harm-rules.ts'
import { honestyRules } from './default/honesty-rules.ts'
import { injectionRules } from './default/injection-rules.ts'
import { jailbreakRules } from './default/jailbreak-rules.ts'
import { privacyRules } from './default/privacy-rules.ts'
import type { ParsedPolicy } from './schema.ts'

/** The policy that applies when an operator gives none. A document like any other: see docs/guardian.md. */
export const defaultPolicy: ParsedPolicy = {
  format: 1,
  id: 'custos.default',
  version: '1.3.0',
  title: 'Custos default policy',
  overrides: {},
  rules: [...harmRules, ...injectionRules, ...jailbreakRules, ...honestyRules, ...privacyRules],
}
