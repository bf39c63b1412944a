import { ProblemError } from '../http/problem-error.ts'
import type { RatePolicy } from './policies.ts'

/**
 * The refusal of what came too often: 429 with `Retry-After`, and the header fields of
 * draft-ietf-httpapi-ratelimit-headers-10 (`q` how many, `w` in how many seconds, `r` how many are left, `t`
 * when there are more again).
 *
 * @param waitMs until it may be tried again
 */
export function rateLimited(policy: RatePolicy, waitMs: number, detail?: string): ProblemError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new ProblemError(
    'rate_limited',
    detail ?? `That is more than ${policy.most} in ${policy.seconds} s. Try again in ${seconds} s.`,
    {},
    {
      'Retry-After': String(seconds),
      'RateLimit-Policy': `"${policy.name}";q=${policy.most};w=${policy.seconds}`,
      RateLimit: `"${policy.name}";r=0;t=${seconds}`,
    },
  )
}
