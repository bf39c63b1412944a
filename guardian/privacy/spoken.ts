import { context } from './context.ts'
import { isHarmlessLabel } from './harmless-token.ts'
import { secret, type Hit } from './hit.ts'
import type { Scan } from './scan.ts'
import { isSpokenSecret, wordAt } from './secret-look.ts'

/** Between the word and the secret, in prose: "is", "was set to", "lautet", a colon, a quote. */
const link =
  /(?:[ \t]{0,3}(?:for [\w@.'’-]{1,40}(?: [\w@.'’-]{1,30}){0,3}|you can use|that you can use|to use|below|here))?[ \t]{0,3}(?:(?:is|was|are|remains|will be|has been|set to|reset to|changed to|to|now|:|=|-|–|→|=>|ist|lautet|heißt|est|es|era|é|è|là|jest|это|як|для|는|은|は|是|为|為|：|currently|still|temporarily|just|simply|follows|as follows|the following|set)[ \t]{0,3}){1,4}(["'`“”‘’«„*]{0,3})|[ \t]{1,2}(["'`“‘«„])/iuy

/** A flag of a command line: the value follows after a space. */
const flag = /[ \t]{1,3}(["']?)/y

/** Passwords and keys in sentences ("the password is …") and behind command-line flags. */
export function findSpokenSecrets(scan: Scan, hits: Hit[]): void {
  const { text } = scan
  let past = 0
  for (let i = 0; i < scan.markEnd.length; i++) {
    const bits = scan.markBits[i] ?? 0
    if ((bits & (context.password | context.secret)) === 0) continue
    const end = scan.markEnd[i] ?? 0
    if (end < past) continue
    const asFlag = /(?:^|\s)--?[\w-]{0,30}$/.test(
      text.slice(Math.max(0, (scan.markStart[i] ?? 0) - 34), scan.markStart[i]),
    )
    const form = asFlag ? flag : link
    form.lastIndex = end
    const match = form.exec(text)
    if (match === null) continue
    const start = end + match[0].length
    const value = wordAt(text, start)
    past = start + value.length
    const isPassword = (bits & context.password) !== 0
    if (!isSpokenSecret(value, isPassword)) continue
    if (!isPassword && isHarmlessLabel(text, scan.markStart[i] ?? 0, end)) continue
    const kind = isPassword ? 'password' : 'generic_secret'
    hits.push(secret(kind, isPassword ? '[password]' : '[secret]', start, start + value.length, 0.85))
  }
}
