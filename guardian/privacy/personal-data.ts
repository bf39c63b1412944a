import type { Hit } from './hit.ts'

interface Pattern {
  readonly kind: string
  readonly regex: RegExp
  readonly severity: Hit['severity']
  readonly label: (found: string) => string
  readonly accept: (found: string) => boolean
}

const lastDigits = (found: string): string => found.replace(/\D/g, '').slice(-2)

const patterns: readonly Pattern[] = [
  {
    kind: 'email',
    regex: /[\w.+%-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}/gi,
    severity: 'medium',
    label: () => '[email]',
    accept: (found) => !/@example\./i.test(found),
  },
  {
    kind: 'card',
    regex: /\b[3-6]\d(?:[ -]?\d){11,17}\b/g,
    severity: 'high',
    label: (found) => `[card ••${lastDigits(found)}]`,
    accept: (found) => luhn(found.replace(/\D/g, '')),
  },
  {
    kind: 'us_ssn',
    regex: /\b(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}\b/g,
    severity: 'high',
    label: (found) => `[ssn ••${lastDigits(found)}]`,
    accept: () => true,
  },
]

function luhn(digits: string): boolean {
  let sum = 0
  for (let i = digits.length - 1, twice = false; i >= 0; i--, twice = !twice) {
    const digit = digits.charCodeAt(i) - 48
    sum += twice ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 === 0
}

export function findPersonalData(text: string): Hit[] {
  const hits: Hit[] = []
  for (const { kind, regex, severity, label, accept } of patterns) {
    for (const match of text.matchAll(regex)) {
      if (!accept(match[0])) continue
      const start = match.index
      hits.push({
        start,
        end: start + match[0].length,
        kind,
        task: 'pii',
        probability: 0.95,
        severity,
        label: label(match[0]),
      })
    }
  }
  return hits
}
