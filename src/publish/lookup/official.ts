import { isRecord } from '../../validate/structure/violations.ts'
import type { Clue } from '../clue.ts'
import { valueAt } from '../loose.ts'
import { clueFromServer } from '../written/clue-from-server.ts'
import { ask, noAnswer, objectIn, type Fetch } from './ask.ts'

const OFFICIAL = 'https://registry.modelcontextprotocol.io'

/**
 * What the official registry lists under a name; `undefined` where it has no such server.
 *
 * @throws LookupError where it does not answer
 */
export async function clueFromOfficial(name: string, fetch: Fetch): Promise<Clue | undefined> {
  const reply = await ask(fetch, `${OFFICIAL}/v0.1/servers/${encodeURIComponent(name)}/versions/latest`)
  if (reply.status === 404) return undefined
  const server = reply.status === 200 ? valueAt(objectIn(reply), 'server') : undefined
  if (!isRecord(server)) throw noAnswer('The official registry', reply.status)
  return clueFromServer(server, 'official registry')
}
