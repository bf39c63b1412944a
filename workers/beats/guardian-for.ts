import { CustosGuardian } from '../../guardian/index.ts'
import type { ProjectSettings } from '../../protocol/index.ts'

/** Guardians in stock: compiling a policy takes as long as thousands of verdicts. */
const guardians = new Map<string, CustosGuardian>()
const keptMost = 100

/** The guardian with a project's thresholds. [V5] */
export function guardianFor(settings: ProjectSettings): CustosGuardian {
  const thresholds = { green: settings.green_from, yellow: settings.yellow_from }
  const name = `${thresholds.green} ${thresholds.yellow}`
  const kept = guardians.get(name)
  if (kept) return kept
  if (guardians.size >= keptMost) guardians.clear()
  const guardian = new CustosGuardian({ thresholds })
  guardians.set(name, guardian)
  return guardian
}
