import { assignedName, assignedValueAt, mayBeAssigned } from './assignment.ts'
import { secret, type Hit } from './hit.ts'
import type { Scan } from './scan.ts'
import { classifyName } from './secret-name.ts'
import { isSecretValue } from './secret-value.ts'

/** Values given to a name that says secret: `api_key = "…"`, `password: …`, `<Token>…</Token>`. */
export function findAssignments(scan: Scan, hits: Hit[]): void {
  const { text } = scan
  let past = 0
  for (const sign of scan.assignAt) {
    // What cannot be a secret is most of what stands behind a sign; the cheap look comes first.
    if (sign < past || !mayBeAssigned(text, sign + 1)) continue
    const value = assignedValueAt(text, sign + 1)
    if (value === null) continue
    const name = assignedName(text, sign)
    if (name === null) continue
    const kind = classifyName(name)
    if (kind === null || !isSecretValue(value.text, kind, value.quoted)) continue
    hits.push(
      kind === 'password' || kind === 'pair'
        ? secret('password', '[password]', value.start, value.end, 0.9)
        : secret('generic_secret', '[secret]', value.start, value.end, 0.9),
    )
    past = value.end
  }
}
