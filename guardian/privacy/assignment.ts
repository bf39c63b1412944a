/** What a value is made of: where it stands and whether quotes held it. */
export interface AssignedValue {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly quoted: boolean
}

const maxValue = 400
const maxName = 64
const maxLook = 60
const minValue = 6

const space = 1
const quote = 2
/** Ends a bare value. */
const close = 4
/** Makes a text more than a word: digits and the signs of passwords. */
const rich = 8
const nameSign = 16

const classOf = new Uint8Array(128)
const mark = (signs: string, bit: number): void => {
  for (const sign of signs) classOf[sign.charCodeAt(0)] = (classOf[sign.charCodeAt(0)] ?? 0) | bit
}
mark(' \t\r\n', space | close)
mark('"\'`', quote | close)
mark(',;<>|\\)]}&', close)
mark('0123456789!@#$%^*?+~-_=./:', rich)
mark('0123456789_.-$abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', nameSign)

const has = (unit: number, bit: number): boolean => unit < 128 && ((classOf[unit] ?? 0) & bit) !== 0

const isUpper = (unit: number): boolean => unit >= 65 && unit <= 90

/**
 * A first, cheap look: false when no secret can begin behind a sign at `from`, for what stands there is too
 * short, a plain word, or code.
 */
export function mayBeAssigned(text: string, from: number): boolean {
  const length = text.length
  let at = from
  const most = Math.min(length, from + 40)
  while (at < most && (has(text.charCodeAt(at), space | quote) || '=>:|\\'.includes(text[at] ?? 'a'))) at++
  const first = at
  let capitals = 0
  // Words may stand in front of the value, as in `Authorization: Bearer …`.
  for (let word = 0; word < 3; word++) {
    const start = at
    let riches = 0
    while (at < length && at - first < maxLook) {
      const unit = text.charCodeAt(at)
      if (has(unit, close) || unit === 40) break
      if (has(unit, rich)) riches++
      else if (isUpper(unit)) capitals++
      at++
    }
    // A call or an index is code.
    if (text[at] === '(' && at > start) return false
    if (at - start >= minValue && (riches > 0 || capitals > 1)) return true
    if (text[at] !== ' ' || at - start > 14) return at - start >= 20
    at++
  }
  return false
}

const lead =
  /[ \t]{0,8}(?:[=>:~]{1,2})?[ \t]{0,8}(?:\|[ \t]{0,3})?(?:\r?\n[ \t]{1,16})?(?:(?:[Bb]earer|[Bb]asic|[Tt]oken|[Aa]pi[Kk]ey|[Aa]pi-[Tt]oken|Key|SSWS|GenieKey|Splunk|FlyV1) )?\\?((?:b|r|f|@|L|N)?["'`]|)/y

const scheme = /(?:[Bb]earer|[Bb]asic|[Tt]oken|[Aa]pi[Kk]ey|SSWS|FlyV1) /y

/** The value that begins at `from`: what the quotes hold, or up to the next space or closing sign. */
export function assignedValueAt(text: string, from: number): AssignedValue | null {
  lead.lastIndex = from
  const match = lead.exec(text)
  if (match === null) return null
  let start = from + match[0].length
  const opened = (match[1] ?? '').slice(-1)
  // A scheme inside the quotes belongs to the header, not to the secret.
  scheme.lastIndex = start
  start += scheme.exec(text)?.[0].length ?? 0
  const most = Math.min(text.length, start + maxValue)
  let end = start
  if (opened !== '') {
    while (end < most && text[end] !== opened && text[end] !== '\n' && text[end] !== '\\') end++
    if (end === most && end < text.length) return null
  } else {
    while (end < most && !has(text.charCodeAt(end), close)) end++
    if (end === text.length || has(text.charCodeAt(end), space)) {
      while (end > start && '.:!?'.includes(text[end - 1] ?? 'a')) end--
    }
  }
  if (end - start < minValue) return null
  return { start, end, text: text.slice(start, end), quoted: opened !== '' }
}

const typed = /([\p{L}\p{N}_$]{1,50})\s?:\s?&?(?:string|str|String|const char|text)$/u
const attribute = /(?:key|name|id)=\\?["']([\w.:-]{2,50})\\?["'] (?:type=["']\w{1,20}["'] )?value$/i

/** The words in front of an assignment: an identifier, a quoted key, or a label of up to four words. */
export function assignedName(text: string, sign: number): string | null {
  let end = sign
  while (end > 0 && sign - end < 12 && ' \t\r\n"\'`]:?.+|=\\'.includes(text[end - 1] ?? 'a')) end--
  const least = Math.max(0, end - maxName)
  let start = end
  for (let words = 0; start > least;) {
    const unit = text.charCodeAt(start - 1)
    if (unit >= 128 || has(unit, nameSign)) start--
    else if (unit === 32 && words < 3 && start < end && text.charCodeAt(start - 2) !== 32) {
      start--
      words++
    } else break
  }
  if (end - start < 2) return null
  const name = text.slice(start, end).trim()
  const last = name.slice(-6)
  // `var token: string = …`: the name stands before the type.
  if (/(?:string|str|char|text)$/i.test(last)) {
    const before = typed.exec(text.slice(least, end))
    if (before !== null) return before[1] ?? null
  }
  if (/value$/i.test(last)) return attribute.exec(text.slice(Math.max(0, end - 110), end))?.[1] ?? name
  return name
}
