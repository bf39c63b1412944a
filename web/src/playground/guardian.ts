import type { Policy } from '../../../guardian/index.ts'
import type { Verdict } from '../../../protocol/verdict.ts'
import { getPolicy, type Account } from '../api/calls.ts'

/** What the playground is given to judge. */
export interface Draft {
  prompt: string | null
  response: string | null
}

/** A verdict and how long it takes. */
export interface Judged {
  verdict: Verdict
  /** Of one evaluation, microseconds: the mean of as many as fit into a few milliseconds. */
  microseconds: number
}

export type Evaluate = (draft: Draft) => Verdict

export type Project = Account['projects'][number]

const measureMs = 8

let loading: Promise<typeof import('../../../guardian/index.ts')> | null = null

/** The guardian that the server runs, for this browser; it comes once, when it is wanted. */
function loadGuardian() {
  loading ??= import('../../../guardian/index.ts').catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}

/**
 * Judges as the server judges a project's beats: by its thresholds and its policy.
 *
 * @param project null: by those that ship
 * @throws Error when the guardian or the policy can't be had
 */
export async function guardianOf(project: Project | null): Promise<Evaluate> {
  const { evaluate, CustosGuardian, compileChecked } = await loadGuardian()
  if (project === null) return evaluate
  const answer = await getPolicy(project.id)
  if (!answer.ok) throw new Error(answer.problem.title)
  const { policy } = answer.value
  const { green_from: green, yellow_from: yellow } = project.settings
  const thresholds = { green, yellow }
  const guardian = new CustosGuardian({
    thresholds,
    ...(policy !== null && { policy: compileChecked(policy as Policy) }),
  })
  return (draft) => guardian.evaluate(draft)
}

/**
 * Judges a draft and measures it. Browsers blur their clocks to a tenth of a millisecond, so short evaluations are
 * repeated until the clock can tell.
 *
 * @param now a clock in milliseconds
 */
export function judge(evaluate: Evaluate, draft: Draft, now: () => number): Judged {
  const verdict = evaluate(draft)
  // Of two rounds the quicker: in the first one the code may still be warming up.
  const ms = Math.min(meanMs(evaluate, draft, now), meanMs(evaluate, draft, now))
  return { verdict, microseconds: ms * 1000 }
}

function meanMs(evaluate: Evaluate, draft: Draft, now: () => number): number {
  const start = now()
  for (let runs = 1; ; runs++) {
    evaluate(draft)
    const spent = now() - start
    if (spent >= measureMs || runs === 500) return spent / runs
  }
}
