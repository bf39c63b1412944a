import { compileChecked, CustosGuardian, type Policy } from '../../guardian/index.ts'
import type { ProjectSettings } from '../../protocol/index.ts'

/** What a beat is judged by: its project's numbers, and its policy as JSON, or null for the shipped one. */
export interface Standards {
  settings: ProjectSettings
  policy: string | null
}

/** Guardians in stock: compiling a policy takes as long as thousands of verdicts. */
const guardians = new Map<string, CustosGuardian>()
const keptMost = 100

/** By the key as it was looked up: a beat must not compare a policy of a quarter of a megabyte to find its guardian. */
const known = new WeakMap<Standards, CustosGuardian>()

/** The guardian with a project's policy and thresholds. [V5] [V9] */
export function guardianFor(standards: Standards): CustosGuardian {
  let found = known.get(standards)
  if (found === undefined) {
    found = fromStock(standards)
    known.set(standards, found)
  }
  return found
}

function fromStock({ settings, policy }: Standards): CustosGuardian {
  const thresholds = { green: settings.green_from, yellow: settings.yellow_from }
  const name = `${thresholds.green} ${thresholds.yellow} ${policy ?? ''}`
  const kept = guardians.get(name)
  if (kept) return kept
  if (guardians.size >= keptMost) guardians.clear()
  const guardian = new CustosGuardian({ thresholds, ...(policy !== null && compiled(policy)) })
  guardians.set(name, guardian)
  return guardian
}

/**
 * A stored policy was checked when it was stored. One that a later guardian can't take any more must not stop the
 * beats: they are judged by the shipped one, and every verdict names the policy it stands under.
 */
function compiled(policy: string): { policy?: ReturnType<typeof compileChecked> } {
  try {
    return { policy: compileChecked(JSON.parse(policy) as Policy) }
  } catch (error) {
    console.error(JSON.stringify({ event: 'policy_unusable', error: String(error) }))
    return {}
  }
}
