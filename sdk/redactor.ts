import type { Color } from './result.ts'

/** An exchange with nothing secret or personal in it, and what was taken out. */
export interface Redaction {
  prompt: string | null
  response: string | null
  meta: Record<string, unknown> | null
  /** How often each kind was taken out, e.g. `{card: 1}`. */
  redactions: Record<string, number>
  /** The verdict that the redacted stretches alone would earn; the server's joins it, and the worse stands. */
  color?: Color
  flatline?: boolean
  violations?: string[]
}

/** Takes secrets and personal data out of an exchange before it leaves the process. */
export type Redactor = (exchange: {
  prompt: string | null
  response: string | null
  meta: Record<string, unknown> | null
}) => Redaction
