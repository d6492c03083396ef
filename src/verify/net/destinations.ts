import { show } from '../../validate/text/show.ts'
import { OutOfReach } from './out-of-reach.ts'
import { addressIn, isPublicAddress } from './public-address.ts'

/** Where requests may go. */
export interface Destinations {
  /** Whether this may be asked of a public machine. It is https on port 443 without a user name already. */
  allows: (url: URL) => boolean
  /** Base addresses that the operator configured: their origins may use http, any port, and private addresses. */
  trusted?: readonly string[]
}

/** `trusted`: to an origin of the operator's. `public`: to anybody else, so that addresses are looked at. */
export type Route = 'trusted' | 'public'

/**
 * Decides how an address is reached. What others say, such as a redirect, never leads to an origin of the operator's.
 *
 * @param from the route of the redirect that led here
 * @throws OutOfReach where we do not go there
 */
export function routeTo(url: URL, { allows, trusted = [] }: Destinations, from?: Route): Route {
  if (url.username || url.password) throw refuse(url, 'it has a user name in it')
  const isTrusted = trusted.some((base) => new URL(base).origin === url.origin)
  if (isTrusted && from !== 'public') return 'trusted'
  if (url.protocol !== 'https:') throw refuse(url, 'it does not use https')
  if (url.port !== '') throw refuse(url, 'it has a port of its own')
  const address = addressIn(url)
  if (address && !isPublicAddress(address)) throw refuse(url, 'it is not on the public internet')
  if (!allows(url)) throw refuse(url, 'this registry does not fetch anything from that host')
  return 'public'
}

function refuse({ protocol, host }: URL, why: string): OutOfReach {
  return new OutOfReach(`An address on ${show(`${protocol}//${host}`)} was not asked: ${why}.`)
}
