import { isHarmlessLabel } from './harmless-token.ts'
import { namedSecret, type Hit } from './hit.ts'
import type { Scan } from './scan.ts'
import { isSpokenSecret, wordAt } from './secret-look.ts'
import type { SecretName } from './secret-names.ts'

/** Between the word and the secret, in prose: "is", "was set to", "lautet", a colon, a quote. */
const link =
  /(?:[ \t]{0,3}(?:for [\w@.'’-]{1,40}(?: [\w@.'’-]{1,30}){0,3}|you can use|that you can use|to use|below|here))?[ \t]{0,3}(?:(?:is|was|are|remains|will be|has been|set to|reset to|changed to|to|now|:|=|-|–|→|=>|ist|lautet|heißt|est|es|era|é|è|là|jest|это|як|для|는|은|は|是|为|為|：|currently|still|temporarily|just|simply|follows|as follows|the following|set)[ \t]{0,3}){1,4}(["'`“”‘’«„*]{0,3})|[ \t]{1,2}(["'`“‘«„])/iuy

/** A flag of a command line: the value follows after a space. */
const flag = /[ \t]{1,3}(["']?)/y

/** Passwords and keys in sentences ("the password is …") and behind command-line flags. */
export function findSpokenSecrets({ text }: Scan, names: readonly SecretName[], hits: Hit[]): void {
  let past = 0
  for (const { start: from, end, isPassword } of names) {
    if (end < past) continue
    const asFlag = /(?:^|\s)--?[\w-]{0,30}$/.test(text.slice(Math.max(0, from - 34), from))
    const form = asFlag ? flag : link
    form.lastIndex = end
    const match = form.exec(text)
    if (match === null) continue
    const start = end + match[0].length
    const value = wordAt(text, start)
    past = start + value.length
    if (!isSpokenSecret(value, isPassword)) continue
    if (!isPassword && isHarmlessLabel(text, from, end)) continue
    hits.push(namedSecret(isPassword, start, past, 0.85))
  }
}
