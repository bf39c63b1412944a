/** The header that Cloudflare sets, and strips from what a client sends. */
const cloudflareHeader = 'CF-Connecting-IP'

/**
 * Where a request comes from, or null where nobody trustworthy says.
 *
 * Cloudflare says it in a header of its own. On one's own machine a client could write that header itself, so
 * there nothing is believed but the header that `CLIENT_ADDRESS_HEADER` names, which the proxy in front must
 * set. Of a list the last is taken: it is the one our own proxy has added.
 */
export function clientAddress(
  request: Request,
  env: { CLIENT_ADDRESS_HEADER?: string | undefined },
): string | null {
  const name = env.CLIENT_ADDRESS_HEADER ?? cloudflareHeader
  const value = name === '' ? null : request.headers.get(name)
  const address = value?.split(',').at(-1)?.trim() ?? ''
  // What is no address is somebody's text, which has no business in a log.
  if (!/^[0-9a-fA-F.:]{2,45}$/.test(address)) return null
  // A proxy that listens on both families writes IPv4 so; else all of IPv4 would be one sender.
  return address.toLowerCase().replace(/^(?:0{0,4}:){2,6}ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '')
}

/** What counts as one sender: an IPv4 address, or the /64 that one IPv6 customer has to himself. */
export function addressBlock(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter((group) => group !== '')
  const rest = (tail ?? '').split(':').filter((group) => group !== '')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length)
  const whole = [...groups, ...Array<string>(zeros).fill('0'), ...rest]
  const four = whole.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
  return `${four.join(':')}::/64`
}
