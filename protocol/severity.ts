import * as z from 'zod'

/** How bad a finding is, mildest first. The order is the one `severityRank` uses. */
export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const
export const severitySchema = z.enum(severities)
export type Severity = z.infer<typeof severitySchema>

/** Position of a severity in {@link severities}: 0 (info) to 4 (critical). */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity)
}
