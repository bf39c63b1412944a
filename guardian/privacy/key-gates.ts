import { providerKeys, type ProviderKey } from './provider-keys.ts'

/** A provider's form, compiled, and how to find where it may begin. */
interface Gate {
  readonly key: ProviderKey
  readonly form: RegExp
}

/** Which forms can begin where: by the whole first run of letters and digits, or by its first two. */
export interface KeyGates {
  /** First runs that end at a joint, lower case: `ghp`, `sk`, `xoxb`. */
  readonly words: ReadonlySet<string>
  readonly byWord: ReadonlyMap<string, readonly Gate[]>
  /** For forms whose first run goes on: the first two units of it, lower case. */
  readonly byHead: ReadonlyMap<string, readonly Gate[]>
  /** Forms that begin with anything, found by what they hold. */
  readonly anchored: readonly Gate[]
}

/** One piece of a form's beginning: `a`, `[abc]` or `(?:ab|c)`. */
const piece = /\(\?:((?:[A-Za-z0-9]+\|?)+)\)(?![{?*+])|\[([A-Za-z0-9]+)\](?![{?*+])|([A-Za-z0-9])(?![{?*+])/y

/** The texts a form's first run can begin with, and whether they are all of that run. */
function beginnings(form: string): { readonly heads: readonly string[]; readonly whole: boolean } {
  let heads = ['']
  let at = 0
  for (;;) {
    piece.lastIndex = at
    const match = piece.exec(form)
    if (match === null) break
    const options = match[1]?.split('|') ?? match[2]?.split('') ?? [match[3] ?? '']
    heads = heads.flatMap((head) => options.map((option) => head + option))
    at = piece.lastIndex
  }
  return { heads: heads.map((head) => head.toLowerCase()), whole: /^(?:\\[.$]|[-_:/])/.test(form.slice(at)) }
}

function buildGates(): KeyGates {
  const byWord = new Map<string, Gate[]>()
  const byHead = new Map<string, Gate[]>()
  const anchored: Gate[] = []
  const put = (map: Map<string, Gate[]>, name: string, gate: Gate): void => {
    const gates = map.get(name)
    if (gates === undefined) map.set(name, [gate])
    else if (!gates.includes(gate)) gates.push(gate)
  }
  for (const key of providerKeys) {
    const gate = { key, form: new RegExp(key.form, 'y') }
    if (key.anchor !== undefined) {
      anchored.push(gate)
      continue
    }
    const { heads, whole } = beginnings(key.form)
    for (const head of heads) {
      if (whole) put(byWord, head, gate)
      else put(byHead, head.slice(0, 2), gate)
    }
  }
  return { words: new Set(byWord.keys()), byWord, byHead, anchored }
}

export const keyGates: KeyGates = buildGates()
