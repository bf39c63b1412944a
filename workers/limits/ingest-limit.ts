import { ratePolicies } from './policies.ts'
import { rateLimited } from './rate-limited.ts'

/** The platform's rate-limit binding. */
export interface RateLimitBinding {
  limit: (options: { key: string }) => Promise<{ success: boolean }>
}

/** Keys remembered by an isolate. */
const keysMost = 10_000
const windowMs = ratePolicies.ingest.seconds * 1000

interface Count {
  until: number
  count: number
}

/**
 * The coarse limit of a key's requests. A beat pays one look into a map: the platform is told afterwards, and
 * what it answers holds for those that follow. Where it is not bound, the isolate counts by itself.
 */
export class IngestLimit {
  readonly #counts = new Map<string, Count>()

  /**
   * @param told is given what is still under way when the request is answered, as `waitUntil`
   * @throws ProblemError `rate_limited`
   */
  admit(
    binding: RateLimitBinding | undefined,
    keyId: string,
    now: number,
    told: (work: Promise<void>) => void,
  ): void {
    const { ingest } = ratePolicies
    let entry = this.#counts.get(keyId)
    if (!entry || entry.until <= now) {
      if (this.#counts.size >= keysMost) this.#counts.clear()
      entry = { until: now + windowMs, count: 0 }
      this.#counts.set(keyId, entry)
    }
    if (entry.count >= ingest.most) throw rateLimited(ingest, entry.until - now)
    entry.count++
    if (binding) told(this.#ask(binding, keyId, entry))
  }

  async #ask(binding: RateLimitBinding, keyId: string, entry: Count): Promise<void> {
    // A limit that can't be asked is no reason to refuse a beat.
    const answer = await binding.limit({ key: keyId }).catch(() => ({ success: true }))
    if (!answer.success) entry.count = ratePolicies.ingest.most
  }
}

/** That of this isolate. */
export const ingestLimit = new IngestLimit()
