import { context } from './context.ts'
import type { Scan } from './scan.ts'

/** A word of a text that names a secret, in UTF-16 units. */
export interface SecretName {
  readonly start: number
  readonly end: number
  /** Whether it names a password; else a key or a token. */
  readonly isPassword: boolean
}

/** All words of a text that name a secret, in order. */
export function secretNames({ markStart, markEnd, markBits }: Scan): SecretName[] {
  const names: SecretName[] = []
  for (let i = 0; i < markEnd.length; i++) {
    const bits = markBits[i] ?? 0
    if ((bits & (context.password | context.secret)) === 0) continue
    const isPassword = (bits & context.password) !== 0
    names.push({ start: markStart[i] ?? 0, end: markEnd[i] ?? 0, isPassword })
  }
  return names
}
