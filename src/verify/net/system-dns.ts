import { Resolver } from 'node:dns/promises'
import { show } from '../../validate/text/show.ts'
import type { Dns } from './dns.ts'
import { Unreachable } from './unreachable.ts'

export interface SystemDnsOptions {
  /** Such as `127.0.0.1:5353`; the system's own servers where absent. */
  servers?: readonly string[]
  /** For one try; 5 s unless said otherwise. */
  timeoutMs?: number
}

/** No such name, no such record, or nothing that could be a name: the domain says nothing. */
const NOTHING = ['ENOTFOUND', 'ENODATA', 'EBADNAME']

/** DNS through the system's or the given servers (c-ares). */
export function systemDns({ servers, timeoutMs = 5_000 }: SystemDnsOptions = {}): Dns {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 2 })
  if (servers) resolver.setServers(servers)
  return {
    async txt(domain) {
      try {
        return (await resolver.resolveTxt(domain)).map((strings) => strings.join(''))
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        if (code === undefined) throw error
        if (NOTHING.includes(code)) return []
        throw new Unreachable(`DNS did not say which TXT records ${show(domain)} has (${code}).`)
      }
    },
  }
}
