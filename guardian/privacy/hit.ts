import type { Severity } from '../../protocol/severity.ts'

/** A stretch of text that holds personal data or a secret. Never carries the text itself. */
export interface Hit {
  /** First UTF-16 unit. */
  readonly start: number
  /** One past the last UTF-16 unit. */
  readonly end: number
  /** What it is, in snake_case, e.g. `card`, `email`, `aws_access_key`. At most 64 characters. */
  readonly kind: string
  readonly task: 'pii' | 'secret'
  /** How sure the detector is, 0..1; 1 where a checksum or an issuer's own format decides. */
  readonly probability: number
  readonly severity: Severity
  /** What stands in the text once it is redacted, e.g. `[card ••42]`. */
  readonly label: string
}

/** A hit of personal data. */
export function pii(
  kind: string,
  label: string,
  start: number,
  end: number,
  probability: number,
  severity: Severity,
): Hit {
  return { start, end, kind, task: 'pii', probability, severity, label }
}

/** A secret. */
export function secret(
  kind: string,
  label: string,
  start: number,
  end: number,
  probability: number,
  severity: Severity = 'high',
): Hit {
  return { start, end, kind, task: 'secret', probability, severity, label }
}

const sure = (hit: Hit): number => hit.probability * 1000 + Math.min(hit.end - hit.start, 400) / 50

/**
 * Sorts hits by place and drops those that overlap a better one: the surer wins, then the longer, then the
 * earlier.
 *
 * @param hits In any order, overlapping or not.
 * @returns Sorted by `start`, no two overlapping.
 */
export function resolveHits(hits: readonly Hit[]): Hit[] {
  if (hits.length < 2) return [...hits]
  const sorted = [...hits].sort((a, b) => a.start - b.start || sure(b) - sure(a))
  const kept: Hit[] = []
  for (const hit of sorted) {
    const last = kept.at(-1)
    if (last === undefined || hit.start >= last.end) {
      kept.push(hit)
    } else if (sure(hit) > sure(last)) {
      // Only the last can overlap: those before it end where it starts, or earlier.
      kept[kept.length - 1] = hit
    }
  }
  return kept
}

/** What a name gives away: a password, or else a key or a token. */
export function namedSecret(isPassword: boolean, start: number, end: number, probability: number): Hit {
  return isPassword
    ? secret('password', '[password]', start, end, probability)
    : secret('generic_secret', '[secret]', start, end, probability)
}
