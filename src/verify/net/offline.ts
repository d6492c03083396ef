import type { Dns } from './dns.ts'
import { Unreachable } from './unreachable.ts'
import type { WebClient } from './web-client.ts'

/** Stand in where nothing outside may be asked: whoever asks all the same learns that there was no answer. */
export const offlineWeb: WebClient = { get: refuse, sha256: refuse }
export const offlineDns: Dns = { txt: refuse }

async function refuse(): Promise<never> {
  throw new Unreachable('Nothing outside was asked, since the check runs offline.')
}
