import type { Severity } from '../../../protocol/severity.ts'

const rank: Record<Severity, number> = { info: 0, low: 1, medium: 2, high: 3, critical: 4 }

/** Compares two findings, the worse first. */
export function bySeverity(a: { severity: Severity }, b: { severity: Severity }): number {
  return rank[b.severity] - rank[a.severity]
}
