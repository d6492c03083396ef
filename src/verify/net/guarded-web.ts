import { setTimeout as wait } from 'node:timers/promises'
import { Agent } from 'undici'
import { show } from '../../validate/text/show.ts'
import type { Destinations } from './destinations.ts'
import { tryOnce, type Answered, type Ways } from './one-try.ts'
import { OutOfReach } from './out-of-reach.ts'
import { publicLookup, socketLookup, systemLookup, type Lookup } from './public-lookup.ts'
import { collect, digest } from './read-body.ts'
import { tryAgain } from './try-again.ts'
import type { WebClient, WebOptions } from './web-client.ts'

export interface GuardedWebOptions extends Destinations {
  /** Who asks, as package registries want to know it. */
  userAgent?: string
  /** Waits between tries. */
  sleep?: (milliseconds: number) => Promise<void>
  /** Resolves host names; the system's resolver unless said otherwise. */
  lookup?: Lookup
}

const MIB = 2 ** 20
const DOCUMENT = { maxBytes: MIB, timeoutMs: 10_000, redirects: 5 }
const DOWNLOAD = { maxBytes: 512 * MIB, timeoutMs: 180_000, redirects: 5 }

/**
 * A web client for addresses that strangers wrote (security E1–E3): only to where `allows` and `trusted` say, only over
 * https to public machines, no cookies, no credentials to another host, no answer without end. Bodies are taken as they
 * are sent, so that nothing is unpacked.
 */
export function guardedWeb(options: GuardedWebOptions): WebClient {
  const { userAgent = 'mcp-git-registry', sleep = wait, lookup = systemLookup } = options
  const ways: Ways = {
    destinations: options,
    dispatchers: {
      public: new Agent({ connect: { lookup: publicLookup(lookup) } }),
      trusted: new Agent({ connect: { lookup: socketLookup(lookup, () => true) } }),
    },
  }

  async function ask<Content>(
    address: string,
    defaults: Required<Omit<WebOptions, 'headers'>>,
    { headers, ...limits }: WebOptions,
    read: (body: AsyncIterable<Buffer>) => Promise<Content>,
  ): Promise<Answered<Content>> {
    if (!URL.canParse(address)) throw new OutOfReach(`${show(address)} is not an address.`)
    const asked = {
      ...defaults,
      ...limits,
      url: new URL(address),
      headers: { 'user-agent': userAgent, ...headers },
    }
    return tryAgain(() => tryOnce(asked, ways, read), sleep)
  }

  return {
    async get(url, limits = {}) {
      const { content, ...answer } = await ask(url, DOCUMENT, limits, collect)
      return { ...answer, bytes: content }
    },
    async sha256(url, limits = {}) {
      const { content, ...answer } = await ask(url, DOWNLOAD, limits, digest)
      return { ...answer, ...content, bytes: Buffer.alloc(0) }
    },
  }
}
