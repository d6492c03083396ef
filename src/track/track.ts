import { readCatalogAt } from '../catalog/read-catalog.ts'
import type { CatalogServer } from '../catalog/catalog.ts'
import { readConfig } from '../catalog/config.ts'
import type { Policy } from '../catalog/policy.ts'
import { trackingOf } from '../catalog/tracking.ts'
import type { Bench } from '../github/judge.ts'
import { turnOf } from '../github/sweep/turns.ts'
import { namespaceOf } from '../model/server-name.ts'
import { inTurns } from '../verify/packages/in-turns.ts'
import { policyFor } from '../verify/proofs/policy.ts'
import type { Tracking } from '../verify/release/release.ts'
import { standingRegistry } from '../verify/standing/standing-registry.ts'
import { lookAt, type Looked, type Outlook } from './look.ts'
import { openProposals } from './open-proposals.ts'
import type { Proposal } from './proposal.ts'
import { withRoom } from './with-room.ts'

/** A workflow's token may ask a thousand times an hour, and the gate has it too. The schedule runs twice an hour. */
const SERVERS_PER_RUN = 200
const RUN = 30 * 60 * 1000
const AT_A_TIME = 4
const TIME_LIMIT = 10 * 60 * 1000

export interface Tracked {
  proposals: Proposal[]
  /** What there is to tell, one sentence a server. */
  lines: string[]
}

/**
 * Looks at the repositories that publishers track, and finds the releases to be listed. What goes wrong with one does not
 * keep the others waiting. Reads only.
 *
 * @param now the clock, in milliseconds since 1970
 * @throws RegistryError where the registry in the clone cannot be read
 * @throws Unreachable where GitHub does not say which pull requests there are
 */
export async function track(
  { registry, folder, facts }: Pick<Bench, 'registry' | 'folder' | 'facts'>,
  now: () => number = Date.now,
): Promise<Tracked> {
  const start = now()
  const { policy } = readConfig(folder)
  const { catalog } = await readCatalogAt(folder, 'HEAD')
  const commit = catalog.commit!
  const tracked = catalog.servers.flatMap((server) => itemOf(server, policy))
  const turn = turnOf(tracked, ({ server }) => server.name, SERVERS_PER_RUN, start, new Set(), RUN)
  const outlook = { registry, context: { github: facts, ...standingRegistry(folder, commit, commit) } }
  const looked = await inTurns(turn, AT_A_TIME, async (item) => {
    const seen = now() - start > TIME_LIMIT ? LATE : await look(item, outlook)
    return { ...seen, name: item.server.name }
  })
  const found = looked.flatMap(({ proposal }) => proposal ?? [])
  const lines = looked.flatMap(({ name, text }) => (text === undefined ? [] : [`${name} ${text}`]))
  return { proposals: withRoom(found, await openProposals(registry)), lines }
}

interface Item {
  server: CatalogServer
  track: Tracking
}

/** What the policy does not accept is not proposed. */
function itemOf(server: CatalogServer, policy: Policy): Item[] {
  const track = trackingOf(server)
  const isAccepted = policyFor(namespaceOf(server.name), policy)?.proofs?.includes('release') ?? true
  return track && isAccepted ? [{ server, track }] : []
}

const LATE: Looked = { text: 'is left for the next run: time is up.' }

async function look({ server, track }: Item, outlook: Outlook): Promise<Looked> {
  try {
    return await lookAt(server, track, outlook)
  } catch (error) {
    return { text: `is left for the next run: ${(error as Error).message}` }
  }
}
