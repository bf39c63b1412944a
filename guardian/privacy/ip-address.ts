/** Networks that are nobody's address on the internet: private, documentation, multicast, reserved (RFC 6890). */
const reservedV4: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  // Public resolvers, which many texts name.
  ['1.0.0.0', 24],
  ['1.1.1.0', 24],
  ['1.2.3.4', 32],
  ['4.2.2.0', 24],
  ['8.8.0.0', 16],
  ['9.9.9.0', 24],
  ['149.112.112.0', 24],
  ['208.67.220.0', 22],
]

const toNumber = (octets: readonly number[]): number => octets.reduce((sum, octet) => sum * 256 + octet, 0)

const reservedRanges = reservedV4.map(([network, bits]) => {
  const low = toNumber(network.split('.').map(Number))
  return { low, high: low + 2 ** (32 - bits) - 1 }
})

/** True when four groups of digits are an IPv4 address that can belong to a person's connection. */
export function isPersonalV4(groups: readonly string[]): boolean {
  if (groups.length !== 4) return false
  const octets = groups.map(Number)
  if (!octets.every((octet, i) => octet <= 255 && String(octet) === groups[i])) return false
  const address = toNumber(octets)
  return !reservedRanges.some(({ low, high }) => address >= low && address <= high)
}

/** Public resolvers by the first groups of their networks, which many texts name. */
const resolversV6 =
  /^(?:2606:4700:4700:|2001:4860:4860:|2620:0?fe:|2620:119:(?:35|53):|2a10:50c0:|2400:3200:(?::1$|baba:)|2a0d:2a00:|2a07:a8c0:|2a07:a8c1:)/i

/**
 * True when a text is an IPv6 address in global unicast space outside the documentation ranges (RFC 4291,
 * RFC 3849, RFC 9637). Faulty texts, link-local, unique-local, multicast and loopback are not.
 */
export function isPersonalV6(text: string): boolean {
  if (resolversV6.test(text)) return false
  const halves = text.toLowerCase().split('::')
  if (halves.length > 2) return false
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')))
  const all = groups.flat()
  if (!all.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return false
  if (halves.length === 1 ? all.length !== 8 : all.length > 7 || all.length < 3) return false
  const first = parseInt(groups[0]?.[0] ?? '0', 16)
  if (first === 0x2001 && parseInt(groups[0]?.[1] ?? '0', 16) === 0xdb8) return false
  if (first === 0x3fff || first === 0) return false
  return (first & 0xfe00) !== 0xfc00 && (first & 0xffc0) !== 0xfe80 && (first & 0xff00) !== 0xff00
}
