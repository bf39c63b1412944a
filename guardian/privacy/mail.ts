import { escapeTail } from './escapes.ts'
import { credentialAt } from './find-provider-keys.ts'
import { pii, type Hit } from './hit.ts'
import type { Scan } from './scan.ts'
import { firstAfter } from './surroundings.ts'

const maxLocal = 64
const maxDomain = 253

/** RFC 5322 atext, the dot, and letters of any script (RFC 6531). */
const isLocal = (unit: number): boolean =>
  unit >= 128 ? unit >= 0xc0 && (unit < 0x2000 || unit > 0x206f) && unit < 0x2e80 : localSigns[unit] === 1

const localSigns = new Uint8Array(128)
for (const sign of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+/=?^_`{|}~-") {
  localSigns[sign.charCodeAt(0)] = 1
}

/** Names that are nobody's at any domain: roles, robots, and what stands in manuals. */
const nobodies = new Set(
  (
    'user username your.name your_name your-name yourname youremail your.email your_email your-email yourusername ' +
    'email mail name test tester testuser foo bar baz example someone somebody johndoe john.doe janedoe jane.doe jdoe ' +
    'first.last firstname.lastname first_last firstname lastname git noreply no-reply no_reply donotreply ' +
    'do-not-reply mailer-daemon postmaster hostmaster webmaster abuse info admin administrator support sales contact ' +
    'help hello office team press privacy security legal jobs careers billing service feedback root enquiries ' +
    'inquiries marketing newsletter notifications hr dpo compliance alerts alert news updates orders ' +
    'user1 user2 user123 test1 mustermann max.mustermann'
  ).split(' '),
)

/** Names that illustrations use; real ones elsewhere. */
const illustrations = new Set(
  'jsmith asmith bsmith msmith person anyone sender recipient customer client company domain abc123'.split(
    ' ',
  ),
)

const reservedDomain =
  /(?:^|\.)(?:example(?:\.(?:com|net|org|edu|co\.uk))?|test|invalid|localhost|local|internal|lan|(?:your-?|my-?)?(?:domain|company|website|site|organization|organisation|business|email|app|school|university|store|shop|server|host|provider|mail)\.(?:com|net|org|tld|io|co)|(?:test|foo|bar|sample|placeholder|abc|xyz|acme)\.(?:com|org|net|io))$/i

/** Ends that look like a domain and are a file, a package or a git remote. */
const notDomain = /\.(?:png|jpe?g|gif|svg|webp|js|ts|css|html?|json|py|md|txt|zip|php|so|dll)$/i

/** E-mail addresses of persons. Looks at no more than 64 + 254 units around each `@`. */
export function findMail(scan: Scan, hits: Hit[]): void {
  const { text } = scan
  let past = 0
  scan.atSigns.forEach((sign, i) => {
    if (sign < past) return
    const from = scan.atSignEnds[i] ?? sign + 1
    const start = localStart(text, sign, past)
    const end = keyInDomain(scan, from, domainEnd(text, from))
    if (start === sign || end === from) return
    const local = text.slice(start, sign).toLowerCase()
    const domain = text.slice(from, end)
    if (!/\.(?:\p{L}{2,24}|xn--[a-z0-9-]{2,40})$/iu.test(domain) || notDomain.test(domain)) return
    if (isNobody(local, domain, text[end] ?? '')) return
    hits.push(pii('email', '[email]', start, end, 0.98, 'medium'))
    past = end
  })
}

/** Where a domain ends when a key stands behind it, as in `ann@firma.de.AKIA…`; else `end`. */
function keyInDomain(scan: Scan, from: number, end: number): number {
  for (let i = firstAfter(scan.keyStart, from); i < scan.keyStart.length; i++) {
    const start = scan.keyStart[i] ?? 0
    if (start >= end) break
    if (scan.text[start - 1] === '.' && credentialAt(scan.text, start)?.hit) return start - 1
  }
  return end
}

function isNobody(local: string, domain: string, next: string): boolean {
  if (nobodies.has(local)) return true
  // git@host:path is a remote.
  if (next === ':' && /^[a-z]{1,8}$/.test(local) && local.startsWith('git')) return true
  if (
    /^(?:your|my|example|test|sample|dummy|some|fake|user|email|name|placeholder|noreply|no-reply)[-_.]?/.test(
      local,
    ) &&
    reservedDomain.test(domain)
  ) {
    return true
  }
  // At a documentation domain a plain or dotted name is an illustration; what reads like an account is not.
  return reservedDomain.test(domain) && (/[._-]/.test(local) || local.length < 6 || illustrations.has(local))
}

function localStart(text: string, sign: number, past: number): number {
  let start = sign
  const least = Math.max(past, sign - maxLocal)
  while (start > least && isLocal(text.charCodeAt(start - 1))) start--
  // What cannot begin a name was quoting or punctuation around it, and what stands before it.
  for (let at = sign - 1; at >= start; at--) {
    if ("=/'`|{".includes(text[at] ?? '')) start = at + 1
    const tail = text[at] === '%' ? escapeTail(text, at + 1) : 0
    // A + . _ - may be written so within a name.
    if (tail > 0 && !/^2[bde]|^5f/i.test(text.slice(at + 1, at + 3))) start = Math.max(start, at + 1 + tail)
  }
  start += escapeTail(text, start)
  while (start < sign && '.*?!#$%&^}~-'.includes(text[start] ?? '')) start++
  return text[sign - 1] === '.' ? sign : start
}

const isDomain = (unit: number): boolean =>
  unit >= 128
    ? isLocal(unit)
    : (unit >= 97 && unit <= 122) ||
      (unit >= 48 && unit <= 57) ||
      (unit >= 65 && unit <= 90) ||
      unit === 45 ||
      unit === 46

function domainEnd(text: string, from: number): number {
  let end = from
  const most = Math.min(text.length, from + maxDomain)
  while (end < most && isDomain(text.charCodeAt(end))) end++
  while (end > from && '.-'.includes(text[end - 1] ?? ' ')) end--
  const domain = text.slice(from, end)
  return domain.includes('..') ? from + domain.indexOf('..') : end
}
