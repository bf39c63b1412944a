import { secret, type Hit } from './hit.ts'

const opening = '-----BEGIN '
const body = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/y

/** PEM and PGP private keys, with or without their closing line; a header with nothing under it is none. */
export function findPrivateKeys(text: string, hits: Hit[]): void {
  let at = text.indexOf(opening)
  while (at >= 0) {
    body.lastIndex = at
    const head = body.exec(text)?.[0]
    if (head === undefined) {
      at = text.indexOf(opening, at + opening.length)
      continue
    }
    const from = at + head.length
    const next = text.indexOf(opening, from)
    const limit = Math.min(next < 0 ? text.length : next, from + 20_000)
    const close = text.slice(from, limit).search(/-----END [A-Z0-9 ]{0,50}-----/)
    let end = limit
    if (close >= 0) end = text.indexOf('-----', from + close + 5) + 5
    else end = from + (/^[\sA-Za-z0-9+/=\\:,.-]*/.exec(text.slice(from, limit))?.[0].length ?? 0)
    const inner = text.slice(from, close >= 0 ? from + close : end)
    const material = inner.replace(/\\[nr]|[^A-Za-z0-9+/]/g, '')
    if (material.length >= 24 && !/x{8}|your|example|placeholder/i.test(material.slice(0, 200))) {
      hits.push(secret('private_key', '[private key]', at, end, 1, 'critical'))
    }
    at = text.indexOf(opening, Math.max(end, from))
  }
}
