import ipaddr from 'ipaddr.js'

/** All IPv6 addresses that machines of the public internet have (RFC 4291: global unicast, as far as given out). */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3')

/** Inside the public ranges, and yet the inner service of a cloud: the machine that hands out Azure's settings. */
const CLOUD_SERVICES = ['168.63.129.16']

/**
 * Whether an IP address belongs to a machine of the public internet. Everything else is refused: loopback, private,
 * link-local, shared (CGNAT), multicast, broadcast, documentation, and IPv6 addresses that wrap an IPv4 one.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast' || CLOUD_SERVICES.includes(parsed.toString())) return false
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6)
}

/** The IP address that stands in a URL instead of a name, without its brackets; `undefined` where there is a name. */
export function addressIn({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(bare) ? bare : undefined
}
