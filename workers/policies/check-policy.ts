import {
  compileChecked,
  compilePolicy,
  defaultPolicy,
  PolicyError,
  type CompiledPolicy,
  type Policy,
} from '../../guardian/index.ts'
import { policyMost, type ProjectPolicy } from '../../protocol/index.ts'
import { ProblemError } from '../http/problem-error.ts'

/**
 * Reads a policy document that somebody wants to put in force: every pattern is compiled and every example of its
 * rules is tried. [V9]
 *
 * @param document as parsed from the body
 * @returns the JSON that is stored
 * @throws ProblemError `invalid_body` naming the part of the document, and the place in a refused pattern
 */
export function checkPolicy(document: unknown): string {
  const text = JSON.stringify(document) ?? 'null'
  if (text.length > policyMost) throw refused('(body)', `a policy may hold ${policyMost} characters at most`)
  try {
    compilePolicy(document as Policy)
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    const { path, position } = error
    const message = error.message.replace(`${path}: `, '')
    throw refused(path, position === null ? message : `${message} (at character ${position} of the pattern)`)
  }
  return text
}

/** A policy as it stands on the wire. */
export function wirePolicy(stored: string | null): ProjectPolicy {
  const policy = stored === null ? null : (JSON.parse(stored) as Policy & ProjectPolicy['policy'])
  const { id, version, rules } = compiled(policy)
  return {
    policy,
    effective: {
      id,
      version,
      rules: rules.map(({ template }) => ({
        id: template.rule_id,
        title: template.title,
        severity: template.severity,
        action: template.action,
        task: template.task,
      })),
    },
  }
}

/** As the beats are judged: one that can't be compiled any more gives way to the shipped one. */
function compiled(policy: Policy | null): CompiledPolicy {
  try {
    return compileChecked(policy ?? defaultPolicy)
  } catch {
    return compileChecked(defaultPolicy)
  }
}

function refused(field: string, message: string): ProblemError {
  return new ProblemError('invalid_body', `${field}: ${message}`, { errors: [{ field, message }] })
}
