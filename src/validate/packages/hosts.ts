const PRIVATE_DOMAINS = ['localhost', 'local', 'internal', 'home.arpa']

/**
 * Why a host is not one that everybody can reach, or `undefined`. Sees through letter case, a trailing dot, full-width
 * digits and the odd spellings of IPv4 addresses that browsers accept (`127.1`, `0x7f000001`, `2130706433`).
 */
export function privateHost(hostname: string): 'an IP address' | 'a private name' | undefined {
  const host = hostname.normalize('NFKC').toLowerCase().replace(/\.$/, '')
  if (host.includes(':')) return 'an IP address'
  const last = host.slice(host.lastIndexOf('.') + 1)
  if (/^(?:[0-9]+|0x[0-9a-f]*)$/.test(last)) return 'an IP address'
  const isPrivate = PRIVATE_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`))
  return isPrivate ? 'a private name' : undefined
}
