import { isBehindEscape } from './escapes.ts'
import { pii, type Hit } from './hit.ts'
import { isPersonalV6 } from './ip-address.ts'
import type { Scan } from './scan.ts'

const maxLength = 46

const isHex = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 70) || (unit >= 97 && unit <= 102)

const macForm = /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/i

/** IPv6 and hardware addresses: hexadecimal groups around colons. Each run is read once. */
export function findNetworkIds(scan: Scan, hits: Hit[]): void {
  const { text } = scan
  let past = 0
  for (const colon of scan.assignAt) {
    if (colon < past || text[colon] !== ':') continue
    const next = text.charCodeAt(colon + 1)
    if (!isHex(next) && next !== 58) continue
    let start = colon
    while (start > past && colon - start < 5 && isHex(text.charCodeAt(start - 1))) start--
    let end = colon
    while (end < text.length && end - start <= maxLength) {
      const unit = text.charCodeAt(end)
      if (!isHex(unit) && unit !== 58) break
      end++
    }
    past = end
    if (end - start < 11 || end - start > maxLength) continue
    // The digits of `%20` or `\u0022` in front are hexadecimal as well.
    for (let at = start + 1; at < colon; at++) if (isBehindEscape(text, at)) start = at
    if (/[\p{L}\p{N}_.-]/u.test(text[start - 1] ?? ' ') && !isBehindEscape(text, start)) continue
    if (/[\p{L}\p{N}_]/u.test(text[end] ?? ' ')) continue
    const run = text.slice(start, end).replace(/:$/, '')
    end = start + run.length
    if (macForm.test(run)) {
      if (isPersonalMac(run)) hits.push(pii('mac', '[mac]', start, end, 0.9, 'low'))
    } else if (isPersonalV6(run)) {
      hits.push(pii('ip', '[ip]', start, end, 0.95, 'medium'))
    }
  }
  findDashedMacs(scan, hits)
}

const dash = 45
const dashedMac = /(?:[0-9A-F]{2}-){5}[0-9A-F]{2}(?![\w-])/iy

function findDashedMacs(scan: Scan, hits: Hit[]): void {
  for (const starts of [scan.mixedStart, scan.digitStart]) {
    for (const start of starts) {
      if (scan.text.charCodeAt(start + 2) !== dash || scan.text.charCodeAt(start + 5) !== dash) continue
      if (/[\w-]/.test(scan.text[start - 1] ?? ' ') && !isBehindEscape(scan.text, start)) continue
      dashedMac.lastIndex = start
      const found = dashedMac.exec(scan.text)?.[0]
      if (found !== undefined && /[A-F]/i.test(found) && isPersonalMac(found)) {
        hits.push(pii('mac', '[mac]', start, start + found.length, 0.9, 'low'))
      }
    }
  }
}

/** Not all the same, no counting up, no broadcast or multicast (second bit of the first octet). */
function isPersonalMac(mac: string): boolean {
  const hex = mac.replace(/[:-]/g, '').toLowerCase()
  if (/^(..)\1+$/.test(hex) || (parseInt(hex.slice(1, 2), 16) & 1) === 1) return false
  // 00:00:5E:00:53:xx is for documents (RFC 7042).
  if (hex.startsWith('00005e0053')) return false
  return !['001122334455', 'aabbccddeeff', '0123456789ab', '123456789abc', '1a2b3c4d5e6f'].includes(hex)
}
