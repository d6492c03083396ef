import type { LookupAddress } from 'node:dns'
import { lookup as lookUpName } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { show } from '../../validate/text/show.ts'
import { OutOfReach } from './out-of-reach.ts'
import { isPublicAddress } from './public-address.ts'

/** Gives all addresses of a host name. */
export type Lookup = (hostname: string) => Promise<LookupAddress[]>

export const systemLookup: Lookup = (hostname) => lookUpName(hostname, { all: true })

/**
 * A look-up for sockets: the name is resolved once, and the socket connects to an address that was looked at. A name
 * that answers something else the next time (DNS rebinding) gains nothing.
 */
export function socketLookup(lookup: Lookup, accepts: (address: string) => boolean): LookupFunction {
  return (hostname, { all }, callback) => {
    lookup(hostname)
      .then((addresses) => {
        const accepted = addresses.filter(({ address }) => accepts(address))
        const [first] = accepted
        if (!first) throw new OutOfReach(`${show(hostname)} is not a machine of the public internet.`)
        if (all) callback(null, accepted)
        else callback(null, first.address, first.family)
      })
      .catch((error: Error) => callback(error, []))
  }
}

export function publicLookup(lookup: Lookup): LookupFunction {
  return socketLookup(lookup, isPublicAddress)
}
