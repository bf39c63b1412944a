import { addressBlock } from '../http/client-address.ts'
import { ratePolicies } from './policies.ts'
import { rateLimited } from './rate-limited.ts'

/** Places remembered by an isolate. */
const placesMost = 10_000

interface Place {
  until: number
  /** Hashes of what was unknown: one that is sent again and again is a mistake, not a guess. */
  unknown: Set<string>
}

/**
 * Holds back who guesses credentials. Counted in the isolate, in memory: a guess must cost the database less
 * than the guesser, and 256 bits are not found by guessing in any case.
 */
export class KeyGuesses {
  readonly #places = new Map<string, Place>()

  /**
   * To be asked before an unknown credential is looked up.
   *
   * @param address of the request; null where nobody says, which is never held back
   * @throws ProblemError `rate_limited`
   */
  check(address: string | null, hash: string, now: number): void {
    const place = address === null ? undefined : this.#places.get(addressBlock(address))
    if (!place || place.until <= now) return
    if (place.unknown.size < ratePolicies.guesses.most || place.unknown.has(hash)) return
    throw rateLimited(ratePolicies.guesses, place.until - now)
  }

  /** To be told when the lookup found nobody. */
  missed(address: string | null, hash: string, now: number): void {
    if (address === null) return
    const block = addressBlock(address)
    let place = this.#places.get(block)
    if (!place || place.until <= now) {
      if (this.#places.size >= placesMost) this.#places.clear()
      place = { until: now + ratePolicies.guesses.seconds * 1000, unknown: new Set() }
      this.#places.set(block, place)
    }
    if (place.unknown.size < ratePolicies.guesses.most) place.unknown.add(hash)
  }
}

/** Those of this isolate. */
export const keyGuesses = new KeyGuesses()
