import { context } from './context.ts'
import { writtenDate } from './birth-date.ts'
import { pii, namedSecret, type Hit } from './hit.ts'
import type { Scan } from './scan.ts'
import { looksRandom } from './secret-look.ts'
import { classifyName } from './secret-name.ts'

/** A line of a table, cut where its columns are. */
interface Row {
  readonly cells: readonly string[]
  /** Where each cell starts in the text. */
  readonly starts: readonly number[]
  /** Where the next line starts. */
  readonly next: number
}

const longestLine = 1000
const furthestHead = 400

/** The line that begins at `start`, cut at each `sign`; null when it is empty, too long, or has one cell only. */
function rowAt(text: string, start: number, sign: string): Row | null {
  const stop = text.indexOf('\n', start)
  const end = stop < 0 ? text.length : stop
  if (end - start > longestLine || start >= text.length) return null
  const cells = text.slice(start, end).split(sign)
  if (cells.length < 2) return null
  const starts: number[] = []
  let at = start
  for (const cell of cells) {
    starts.push(at)
    at += cell.length + 1
  }
  return { cells, starts, next: end + 1 }
}

const rule = /^[\s|:+-]+$/
const headCell = /^[ \t\r]*["'`*_]{0,3}\p{L}[\p{L}\p{N} _./()'’-]{0,40}["'`*_]{0,3}[ \t\r]*$/u
/** Tables about passwords show some that are nobody's. */
const lesson =
  /strength|entrop|crack|example|sample|weak|strong|valid|accept|rating|score|why|stärke|beispiel|exempl|ejemplo|esempio|fuerza/iu

const wrap = ' \t\r"\'`*_'

/** A cell without blanks, quotes and emphasis around it. */
function bare(cell: string): string {
  let start = 0
  let end = cell.length
  while (start < end && wrap.includes(cell[start] ?? '')) start++
  while (end > start && wrap.includes(cell[end - 1] ?? '')) end--
  return cell.slice(start, end)
}

/** What may stand right in front of, or behind, a label that has a cell to itself. */
const atEdge = (unit: string | undefined): boolean => unit === undefined || '|,;\t\r\n "*_`\''.includes(unit)

/** The values that stand in columns headed by a word with any of `bits`, in Markdown tables and CSV. */
function* columnValues(scan: Scan, bits: number): Generator<{ head: string; value: string; start: number }> {
  const { text, markStart, markEnd, markBits } = scan
  let past = 0
  for (let i = 0; i < markEnd.length; i++) {
    const from = markStart[i] ?? 0
    const to = markEnd[i] ?? 0
    if (((markBits[i] ?? 0) & bits) === 0 || from < past) continue
    if (!atEdge(text[to])) continue
    const lineStart = text.lastIndexOf('\n', from - 1) + 1
    const stop = text.indexOf('\n', to)
    // Each line is looked at once; the last has nothing below it.
    past = stop < 0 ? text.length : stop
    if (stop < 0 || from - lineStart > furthestHead) continue
    const line = text.slice(lineStart, Math.min(stop, lineStart + longestLine))
    const sign = ['|', '\t', ';', ','].find((each) => line.includes(each))
    const heads = sign === undefined ? null : rowAt(text, lineStart, sign)
    if (sign === undefined || heads === null || lesson.test(line)) continue
    const below = text.slice(heads.next, heads.next + longestLine).split('\n', 1)[0] ?? ''
    const isRuled = sign === '|' && below.includes('-') && rule.test(below)
    if (!isRuled && !heads.cells.every((cell) => headCell.test(cell) || (sign === '|' && cell.trim() === '')))
      continue
    let row = rowAt(text, heads.next, sign)
    if (isRuled && row !== null) row = rowAt(text, row.next, sign)
    while (row !== null && row.cells.length === heads.cells.length) {
      past = row.next
      for (let column = 0; column < heads.cells.length; column++) {
        const cell = row.cells[column] ?? ''
        const value = bare(cell)
        if (value.length < 6) continue
        yield {
          head: bare(heads.cells[column] ?? ''),
          value,
          start: (row.starts[column] ?? 0) + cell.indexOf(value),
        }
      }
      row = rowAt(text, row.next, sign)
    }
  }
}

const passwordHead =
  /^(?:.{0,24}[ _.-])?(?:pass|pw|passwort|kennwort|contraseña|senha|wachtwoord|hasło|mot de passe|mdp|пароль|şifre|parola|密码|密碼|パスワード|비밀번호|كلمة المرور|كلمة السر|पासवर्ड)$/iu

/** Secrets in a table's column that is headed so. */
export function findSecretColumns(scan: Scan, hits: Hit[]): void {
  for (const { head, value, start } of columnValues(scan, context.password | context.secret)) {
    const kind = passwordHead.test(head) ? 'password' : classifyName(head)
    if (kind === null || kind === 'pair' || !looksRandom(value, kind === 'password')) continue
    if (/\s/.test(value)) continue
    const end = start + value.length
    hits.push(namedSecret(kind === 'password', start, end, 0.85))
  }
}

const birthHead =
  /^(?:dob|d\.o\.b\.?|date[ _]of[ _]birth|birth[ _]?(?:date|day)|born|geb(?:urtsdatum|urtstag|oren)?\.?(?: am)?|date de naissance|fecha de nacimiento|data de nascimento|data di nascita|geboortedatum|data urodzenia|дата рождения|дата народження|doğum tarihi|生年月日|出生日期|생년월일|تاريخ الميلاد|जन्म तिथि)$/iu
const date = /^(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([./-])\d{1,2}\2\d{1,2})$/

/** Dates of birth in a table's column that is headed so. */
export function findBirthColumns(scan: Scan, hits: Hit[]): void {
  for (const { head, value, start } of columnValues(scan, context.birth | context.born)) {
    if (!birthHead.test(head) || (!date.test(value) && writtenDate.exec(value)?.[0] !== value)) continue
    hits.push(pii('birth_date', '[birth date]', start, start + value.length, 0.9, 'medium'))
  }
}
