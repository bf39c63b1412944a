import type { Flag } from '../flag.ts'
import { flagOf } from './flag-of.ts'

/** Only so short an answer is taken at its word, UTF-16 units. */
const longest = 200

const no =
  /^\W{0,3}(?:no|nope|never|nein|niemals|non|jamais|nunca|jamás|não|nie|nigdy|nee|nooit|нет|никогда|ні|ніколи|hayır|asla|لا|नहीं|不|不行|不可以|不能|いいえ|だめです|아니요|아니오|안 돼요)(?:[.!。！।]|\s*$|[,،、，]? (?:because|since|as that|weil|denn|da das|porque|pois|parce qu|car |perch[eé]|bo |ponieważ|потому|бо |тому що|omdat|want |çünkü|لأن|क्योंकि))/i

/** A response that opens with a no, alone or with its reason. */
export function bareNoFlag(response: string): Flag | null {
  const found = response.length > longest ? null : no.exec(response)
  if (found === null) return null
  return flagOf('caution.bare_no', 'refusal', 'response', 0.5, [
    { in: 'response', start: 0, end: found[0].length, kind: 'no' },
  ])
}
