import { ApiError } from '../errors/api-error.ts'
import { isTransient } from './retry.ts'

/**
 * Whether the server refused what was sent for good: a 4xx that will be the same next time. One that does not
 * speak our protocol may be a proxy's passing mood, but for 413, which proxies mean.
 */
export function isRefusal(error: unknown): error is ApiError {
  if (!(error instanceof ApiError) || error.status < 400 || isTransient(error.status)) return false
  return error.status === 413 || error.code !== 'unexpected_answer'
}
