/** How often something may be done. */
export interface RatePolicy {
  /** Its name in `RateLimit-Policy`. */
  name: string
  most: number
  /** Window, seconds. */
  seconds: number
}

/** Every limit of the server by name; docs/access.md and docs/self-hosting.md tell of the same. */
export const ratePolicies = {
  /** Requests with beats, by key. Coarse: the platform counts by location. As wrangler.toml binds it. */
  ingest: { name: 'ingest', most: 50_000, seconds: 10 },
  /** Unknown API keys and tokens, by address. */
  guesses: { name: 'guesses', most: 30, seconds: 60 },
  /** Wrong passwords for one account from one address before each further one has to wait. */
  signIn: { name: 'sign-in', most: 5, seconds: 3600 },
  /** Wrong passwords from one address, whatever the account. */
  signInAddress: { name: 'sign-in-address', most: 50, seconds: 600 },
  /** Wrong passwords for one account from all places it has never been used from. */
  signInAccount: { name: 'sign-in-account', most: 100, seconds: 3600 },
  /** Mails to one address: sign-up, verification, invitation. */
  mail: { name: 'mail', most: 5, seconds: 900 },
  /** Mails to one address that set a new password: apart, so that nobody keeps its owner out by signing it up. */
  reset: { name: 'reset', most: 5, seconds: 900 },
  /** Mails asked for from one address. */
  mailAddress: { name: 'mail-address', most: 20, seconds: 900 },
  contact: { name: 'contact', most: 5, seconds: 60 },
} as const satisfies Record<string, RatePolicy>
