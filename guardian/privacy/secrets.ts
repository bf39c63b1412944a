import type { Hit } from './hit.ts'

const patterns: readonly (readonly [kind: string, label: string, regex: RegExp])[] = [
  [
    'private_key',
    '[private key]',
    /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,8000}(?:-----END [A-Z ]{0,30}-----)?/g,
  ],
  ['aws_access_key', '[aws access key]', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g],
  ['github_token', '[github token]', /\bgh[pousr]_[A-Za-z0-9]{36}\b/g],
  ['custos_key', '[custos key]', /\bcus_(?:live|test)_[\w-]{32,64}/g],
  ['openai_key', '[openai key]', /\bsk-(?:proj-)?[\w-]{32,200}/g],
  ['jwt', '[jwt]', /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,2000}/g],
]

export function findSecrets(text: string): Hit[] {
  const hits: Hit[] = []
  for (const [kind, label, regex] of patterns) {
    for (const match of text.matchAll(regex)) {
      const start = match.index
      hits.push({
        start,
        end: start + match[0].length,
        kind,
        task: 'secret',
        probability: 0.98,
        severity: 'high',
        label,
      })
    }
  }
  return hits
}
