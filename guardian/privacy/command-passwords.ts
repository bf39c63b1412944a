import { context } from './context.ts'
import { secret, type Hit } from './hit.ts'
import { isPlaceholder, isReference } from './placeholder.ts'
import type { Scan } from './scan.ts'

const reach = 240

/** `sshpass -p '…'`, with or without a blank. */
const sshpass = /^[^\n|;&]{0,60}?\s-p[ \t]{0,2}(["']?)/
/** `mysql -p…`: its password is glued to the letter; behind a blank stands the name of a database. */
const mysql = /^[^\n|;&]{0,160}?\s-p(["']?)(?=[^\s-])/

/** Passwords that programs take as an argument. */
export function findCommandPasswords({ text, markStart, markEnd, markBits }: Scan, hits: Hit[]): void {
  for (let i = 0; i < markEnd.length; i++) {
    if (((markBits[i] ?? 0) & context.command) === 0) continue
    const end = markEnd[i] ?? 0
    const isSsh = text.slice(markStart[i], end).toLowerCase() === 'sshpass'
    const match = (isSsh ? sshpass : mysql).exec(text.slice(end, end + reach))
    if (match === null) continue
    const start = end + match[0].length
    const [, quote = ''] = match
    let stop = start
    while (stop < text.length && stop - start < 100 && !isOver(text[stop] ?? '', quote)) stop++
    const value = text.slice(start, stop)
    if (value.length < 4 || !/\d|[^A-Za-z]/.test(value.slice(1)) || /^[\d:]+$/.test(value)) continue
    if (isReference(value) || isPlaceholder(value)) continue
    hits.push(secret('password', '[password]', start, stop, 0.9))
  }
}

const isOver = (sign: string, quote: string): boolean =>
  quote === '' ? /[\s"'`<>|;]/.test(sign) : sign === quote || sign === '\n'
