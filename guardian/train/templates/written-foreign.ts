import { seededRandom } from '../logistic.ts'
import type { Sample } from '../samples.ts'
import { expand, pick } from './expand.ts'
import type { ForeignRequests } from './foreign-requests.ts'
import { foreignRequests } from './foreign-requests.ts'

/** Samples a language. */
const counts = { requests: 44, refusals: 24, helps: 12 }

/** Requests, harmful and not in the same frames, and answers, refusals and not, in languages other than English. */
export function writtenForeign(): Sample[] {
  return Object.entries(foreignRequests).flatMap(([language, table], index) => {
    const random = seededRandom(15_000 + index)
    return samplesOf(language, table, random)
  })
}

function samplesOf(language: string, table: ForeignRequests, random: () => number): Sample[] {
  const made = (
    count: number,
    role: Sample['role'],
    kind: string,
    labels: Sample['labels'],
    make: () => string,
  ): Sample[] =>
    Array.from({ length: count }, () => ({
      text: make(),
      role,
      source: `own:foreign-${kind}`,
      group: `own:foreign-${language}`,
      labels,
    }))
  const asked = (goals: readonly string[]) => () =>
    expand(pick(table.frames, random), { goal: goals }, random)
  const said = (patterns: readonly string[]) => () => expand(pick(patterns, random), {}, random)
  const { requests, refusals, helps } = counts
  return [
    ...made(
      requests,
      'prompt',
      'request',
      { injection: 0, jailbreak: 0, harmful_request: 1 },
      asked(table.harmful),
    ),
    ...made(
      requests,
      'prompt',
      'request',
      { injection: 0, jailbreak: 0, harmful_request: 0 },
      asked(table.harmless),
    ),
    ...made(refusals, 'response', 'answer', { refusal: 1, reply: 0 }, said(table.refusals)),
    ...made(helps, 'response', 'answer', { refusal: 0, reply: 0 }, said(table.helps)),
  ]
}
