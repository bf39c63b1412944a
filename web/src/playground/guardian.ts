import type { Verdict } from '../../../protocol/verdict.ts'

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

type Evaluate = (draft: Draft) => Verdict

const measureMs = 8

let loading: Promise<Evaluate> | null = null

/** The guardian that the server runs, for this browser; it comes once, when it is wanted. */
export function loadGuardian(): Promise<Evaluate> {
  loading ??= import('../../../guardian/index.ts').then(
    ({ evaluate }) => evaluate,
    (error: unknown) => {
      loading = null
      throw error
    },
  )
  return loading
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
