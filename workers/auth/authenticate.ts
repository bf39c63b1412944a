import type { Env } from '../env.ts'
import { clientAddress } from '../http/client-address.ts'
import { ProblemError } from '../http/problem-error.ts'
import { noteActor } from '../http/noted-actor.ts'
import { keyGuesses } from '../limits/key-guesses.ts'
import type { Actor, UserActor } from './actor.ts'
import { readCredential, type Credential } from './credential.ts'
import { findKey } from './find-key.ts'
import { findUser } from './find-user.ts'
import { isFromOwnPage } from './own-origin.ts'
import { secretHash } from './secrets.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Hashes of people's credentials that were good once in this isolate: they are still asked after each time. */
const admitted = new Set<string>()
const admittedMost = 10_000

/**
 * Who sends the request. [A1] [A2]
 *
 * @throws ProblemError `unauthenticated`; `forbidden` for a cookie's write from another origin [A4]
 */
export async function authenticate(request: Request, env: Env): Promise<Actor> {
  const credential = readCredential(request)
  if (credential === null) {
    throw new ProblemError(
      'unauthenticated',
      'Authentication credentials were not provided. Send Authorization: ApiKey <key> or Token <token>.',
    )
  }
  if (credential.kind === 'cookie') requireOwnOrigin(request)
  const actor = await resolve(credential, request, env)
  if (actor === null) {
    throw new ProblemError('unauthenticated', 'The credentials are unknown, expired or revoked.')
  }
  noteActor(request, actor.id)
  return actor
}

/** As {@link authenticate}, for routes that are for people. */
export async function authenticateUser(request: Request, env: Env): Promise<UserActor> {
  const actor = await authenticate(request, env)
  if (actor.type !== 'user')
    throw new ProblemError('forbidden', 'This is for people: sign in, or send a user token.')
  return actor
}

/** Looked up by hash; who shows many unknown ones from one address has to wait. */
async function resolve({ kind, secret }: Credential, request: Request, env: Env): Promise<Actor | null> {
  const address = clientAddress(request, env)
  if (kind === 'key') return findKey(env, secret, address)
  const now = Date.now()
  const hash = secretHash(secret)
  // Whoever was let in before is no guesser, and does not wait behind one.
  if (!admitted.has(hash)) keyGuesses.check(address, hash, now)
  const user = await findUser(env.DB, hash, now)
  if (!user) keyGuesses.missed(address, hash, now)
  else remember(hash)
  return user
}

function remember(hash: string): void {
  if (admitted.size >= admittedMost) admitted.clear()
  admitted.add(hash)
}

/** A browser sends its cookie with whatever page asks it to; only ours may write, or open a socket, by it. */
function requireOwnOrigin(request: Request): void {
  const upgrades = request.headers.get('Upgrade') !== null
  if (safeMethods.has(request.method) && !upgrades) return
  if (!isFromOwnPage(request)) {
    throw new ProblemError('forbidden', 'A session may write from the page of this server only.')
  }
}
