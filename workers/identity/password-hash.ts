import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** OWASP's scrypt of 16 MiB: an isolate has 128, and several people sign in at once. */
const cost = { N: 16_384, r: 8, p: 5 }
const keyBytes = 32
const saltBytes = 16
const format = /^scrypt\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$([A-Za-z0-9_-]{16,64})\$([A-Za-z0-9_-]{43})$/

/** What is stored of a password: `scrypt$N$r$p$salt$key`, so that the cost can rise without anybody's doing. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const key = await derive(password, salt, cost)
  const { N, r, p } = cost
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Whether the password is the one behind the hash; false for a hash that is none of ours. */
export async function verifyPassword({
  hash,
  password,
}: {
  hash: string
  password: string
}): Promise<boolean> {
  const [, N, r, p, salt, key] = format.exec(hash) ?? []
  if (salt === undefined || key === undefined) return false
  const derived = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return timingSafeEqual(derived, Buffer.from(key, 'base64url'))
}

/** Passwords are typed on many keyboards: what looks the same is made the same (NFKC, as NIST SP 800-63B has it). */
function derive(password: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  scrypt(password.normalize('NFKC'), salt, keyBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
    if (error) reject(error)
    else resolve(key)
  })
  return promise
}
