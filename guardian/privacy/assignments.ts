import { assignedName, assignedValueAt, mayBeAssigned } from './assignment.ts'
import { namedSecret, type Hit } from './hit.ts'
import { sasSignatureAt } from './sas.ts'
import type { Scan } from './scan.ts'
import { classifyName } from './secret-name.ts'
import { isSecretValue } from './secret-value.ts'

/** Values given to a name that says secret: `api_key = "…"`, `password: …`, `<Token>…</Token>`. */
export function findAssignments(scan: Scan, hits: Hit[]): void {
  const { text } = scan
  let past = 0
  for (const sign of scan.assignAt) {
    // What cannot be a secret is most of what stands behind a sign; the cheap look comes first.
    // Of `==`, `:=` and `=>` the last sign counts.
    if (sign < past || ':=>'.includes(text[sign + 1] ?? ' ')) continue
    if (!mayBeAssigned(text, sign + 1)) continue
    const signature = text[sign - 1] === 'g' ? sasSignatureAt(text, sign) : null
    if (signature !== null) {
      hits.push(signature)
      past = signature.end
      continue
    }
    const name = assignedName(text, sign)
    const kind = name === null ? null : classifyName(name)
    if (kind === null) continue
    const value = assignedValueAt(text, sign + 1)
    if (value === null) continue
    past = value.end
    if (!isSecretValue(value.text, kind, value.quoted)) continue
    hits.push(namedSecret(kind === 'password' || kind === 'pair', value.start, value.end, 0.9))
  }
}
