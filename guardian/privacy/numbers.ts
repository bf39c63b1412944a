import { isCardNumber, isIssued } from './cards.ts'
import { chainsOf, digitsOf, endsFree, startsFree, type Chain } from './chain.ts'
import { context } from './context.ts'
import { birthDateAt } from './birth-date.ts'
import { isBehindEscape } from './escapes.ts'
import { pii, type Hit } from './hit.ts'
import { isPersonalV4 } from './ip-address.ts'
import { nationalIds, type NationalId } from './national-ids.ts'
import { numberedThingAt } from './numbered.ts'
import { phoneAt } from './phone.ts'
import type { Scan } from './scan.ts'
import { distanceBefore, isNear } from './surroundings.ts'

/** A hit and the first group behind it. */
interface Step {
  readonly hit: Hit | null
  readonly to: number
}

/** Personal data written in digits: cards, addresses of the internet, national and telephone numbers. */
export function findNumbers(scan: Scan, hits: Hit[]): void {
  if (scan.digitStart.length === 0) return
  let lastPhone = -Infinity
  for (const chain of chainsOf(scan)) {
    for (let i = 0; i < chain.groups.length;) {
      const step = numberAt(scan, chain, i, lastPhone)
      if (step === null) {
        i++
        continue
      }
      if (step.hit !== null) {
        hits.push(step.hit)
        if (step.hit.kind === 'phone') lastPhone = step.hit.end
      }
      i = step.to
    }
  }
}

function numberAt(scan: Scan, chain: Chain, from: number, lastPhone: number): Step | null {
  const first = chain.groups[from] ?? ''
  // Alone and short, it is a count, a year or a price.
  if (chain.groups.length === 1 && first.length < 3) return null
  return (
    ipAt(scan, chain, from) ??
    birthDateAt(scan, chain, from) ??
    cardAt(scan, chain, from) ??
    nationalIdAt(scan, chain, from) ??
    telephoneAt(scan, chain, from, lastPhone) ??
    numberedThingAt(scan, chain, from)
  )
}

function ipAt(scan: Scan, chain: Chain, from: number): Step | null {
  if (
    chain.separators[from] !== '.' ||
    chain.separators[from + 1] !== '.' ||
    chain.separators[from + 2] !== '.'
  ) {
    return null
  }
  const groups = chain.groups.slice(from, from + 4)
  // Addresses are written without leading zeros: `01.42.68.53.00` is a telephone number.
  if (groups.length < 4 || groups.some((group) => group.length > 3 || /^0\d/.test(group))) return null
  const to = from + 4
  const start = chain.starts[from] ?? 0
  const end = chain.ends[to - 1] ?? 0
  const nothing = { hit: null, to }
  if (chain.separators[to - 1] === '.' || chain.separators[from - 1] === '.') return nothing
  const free = /^$|[^\p{L}\p{N}_.-]/u.test(scan.text[start - 1] ?? '') || isBehindEscape(scan.text, start)
  if (!free || !isPersonalV4(groups)) return nothing
  // 11.35.39.5 after "version" is one; networks (/24) are not one connection.
  if (isNear(scan, start, end, context.version, 24, 0)) return nothing
  if (/^\/(?:[12]?\d|3[01])(?!\d)/.test(scan.text.slice(end, end + 4))) return nothing
  if (groups.every((group) => Number(group) < 48) && !isNear(scan, start, end, context.ip, 40, 16))
    return nothing
  return { hit: pii('ip', '[ip]', start, end, 0.95, 'medium'), to }
}

/** True when the groups from `from` up to `to` are cut as cards are: 4 4 4 n, 4 4 4 4 n with one sign, or 4 6 5. */
function isCardShape(chain: Chain, from: number, to: number): boolean {
  const { groups, separators } = chain
  const first = separators[from]
  if (groups[from + 1]?.length === 6) {
    const last = groups[from + 2]?.length ?? 0
    const second = separators[from + 1]
    return to === from + 3 && (last === 4 || last === 5) && isCardSign(first) && isCardSign(second)
  }
  if (to < from + 4 || !isCardSign(first)) return false
  for (let i = from + 1; i < to; i++) {
    const length = groups[i]?.length ?? 0
    if (separators[i - 1] !== first || (i < from + 3 ? length !== 4 : length > 9)) return false
  }
  return true
}

const isCardSign = (separator: string | undefined): boolean => separator === ' ' || separator === '-'

function cardAt(scan: Scan, chain: Chain, from: number): Step | null {
  const first = chain.groups[from] ?? ''
  const { length } = first
  if (length !== 4 && length < 12) return null
  for (const count of length === 4 ? [3, 4, 5] : [1]) {
    const to = from + count
    if (to > chain.groups.length) break
    if (count > 1 && !isCardShape(chain, from, to)) continue
    let total = 0
    for (let i = from; i < to; i++) total += chain.groups[i]?.length ?? 0
    if (total > 19) break
    // Most numbers are nobody's, as their beginning and length say; looking around for a word comes last.
    if (total < 12 || !isIssued(first, total)) continue
    const digits = digitsOf(chain, from, to - 1)
    const start = chain.starts[from] ?? 0
    const end = chain.ends[to - 1] ?? 0
    const named = (): boolean => isNear(scan, start, end, context.card, 60, 40)
    if (!isCardNumber(digits)) {
      // A number that calls itself a card is worth hiding, mistyped or made up as it may be.
      if (digits.length < 15 || !named()) continue
      if (isNear(scan, start, end, context.thing, 20, 0)) continue
    } else if (digits.length < 15 || (count === 1 && isNear(scan, start, end, context.thing, 32, 0))) {
      if (!named()) continue
    }
    if (!cardStartsFree(scan.text, start) || !endsFree(scan.text, start, end)) continue
    return { hit: pii('card', `[card ••${digits.slice(-2)}]`, start, end, 0.97, 'high'), to }
  }
  return null
}

const cardStartsFree = (text: string, start: number): boolean =>
  startsFree(text, start) || /[^\p{L}\p{N}.,-]/u.test(text[start - 1] ?? ' ')

/** The national numbers by count of digits. */
const byLength = new Map<number, NationalId[]>()
for (const id of nationalIds) byLength.set(id.bare, [...(byLength.get(id.bare) ?? []), id])

/** A place in the tree of all written forms: the numbers whose form ends here, and how forms go on. */
interface FormNode {
  readonly ids: NationalId[]
  /** By the separator and the length of the next group, as {@link stepOf} puts them together. */
  readonly next: Map<number, FormNode>
}

const newNode = (): FormNode => ({ ids: [], next: new Map() })

const stepOf = (separator: string, length: number): number => separator.charCodeAt(0) * 64 + length

const forms = newNode()
for (const id of nationalIds) {
  for (const shape of id.shapes) {
    let node = forms
    for (const [, separator = '', length = ''] of ` ${shape}`.matchAll(/(\D)(\d+)/g)) {
      const step = stepOf(separator, Number(length))
      const next = node.next.get(step) ?? newNode()
      node.next.set(step, next)
      node = next
    }
    node.ids.push(id)
  }
}

interface WrittenForm {
  readonly to: number
  readonly ids: readonly NationalId[]
}

const none: readonly WrittenForm[] = []

/** The forms the groups from `from` on are written in, longest first. Reads on only while some form does. */
function writtenForms(chain: Chain, from: number): readonly WrittenForm[] {
  const { groups, separators } = chain
  const first = groups[from]?.length ?? 0
  const bare = byLength.get(first)
  let found: WrittenForm[] | null = bare === undefined ? null : [{ to: from + 1, ids: bare }]
  let node = forms.next.get(stepOf(' ', first))
  for (let i = from + 1; i < groups.length && node !== undefined; i++) {
    node = node.next.get(stepOf(separators[i - 1] ?? ' ', groups[i]?.length ?? 0))
    if (node !== undefined && node.ids.length > 0) (found ??= []).unshift({ to: i + 1, ids: node.ids })
  }
  return found ?? none
}

/** `4539 1488 0343 6467` is no Aadhaar number with something behind it. */
const goesOn = (chain: Chain, to: number): boolean =>
  chain.groups[to]?.length === 4 &&
  chain.groups[to - 1]?.length === 4 &&
  chain.separators[to - 1] === chain.separators[to - 2]

function nationalIdAt(scan: Scan, chain: Chain, from: number): Step | null {
  const start = chain.starts[from] ?? 0
  for (const { to, ids } of writtenForms(chain, from)) {
    const end = chain.ends[to - 1] ?? 0
    if (!startsFree(scan.text, start) || !endsFree(scan.text, start, end)) continue
    const digits = digitsOf(chain, from, to - 1)
    // Eighteen digits with a date and a check sign give themselves away.
    const written = to > from + 1 || digits.length === 18
    for (const id of ids) {
      if (!id.check(digits)) continue
      const named = isNear(scan, start, end, id.bits ?? context.nationalId, 40, 24)
      if (!named && (!written || id.needsContext === true)) continue
      if (id.isCompany === true) return { hit: null, to }
      if (!named && (isNear(scan, start, end, context.thing, 16, 0) || goesOn(chain, to))) continue
      return { hit: pii(id.kind, `[${id.name} ••${digits.slice(-2)}]`, start, end, 0.96, 'high'), to }
    }
  }
  return null
}

/** Words that tell a telephone number stand in front, on the same or the last line, or right behind. */
function telephoneAt(scan: Scan, chain: Chain, from: number, lastPhone: number): Step | null {
  const form = phoneAt(scan.text, chain, from)
  if (form === null) return null
  const { start, end, to, alone } = form
  const word = distanceBefore(scan, start, context.phone, 48)
  const thing = distanceBefore(scan, start, context.thing | context.version | context.bank | context.card, 32)
  if (!alone) {
    const listed = start - lastPhone < 64
    const named =
      word < thing || (thing === Infinity && (listed || isNear(scan, end, end, context.phone, 0, 12)))
    if (!named || /[$€£¥]/.test(scan.text.slice(Math.max(0, start - 2), start))) return null
  } else if (thing < word && thing < 16) {
    return null
  }
  const last = scan.text.slice(start, end).replace(/\D/g, '').slice(-2)
  return { hit: pii('phone', `[phone ••${last}]`, start, end, alone ? 0.95 : 0.88, 'medium'), to }
}
