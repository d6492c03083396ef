import { readCatalogAt } from '../catalog/read-catalog.ts'
import type { CatalogServer } from '../catalog/catalog.ts'
import type { Bench } from '../github/judge.ts'
import { turnOf } from '../github/sweep/turns.ts'
import { inTurns } from '../verify/packages/in-turns.ts'
import type { Tracking } from '../verify/release/release.ts'
import { standingRegistry } from '../verify/standing/standing-registry.ts'
import { etagKey, type Etags } from './etags.ts'
import { lookAt, type Looked, type Outlook } from './look.ts'
import { openProposals } from './open-proposals.ts'
import type { Proposal } from './proposal.ts'

/** A workflow's token may ask a thousand times an hour, and the gate has it too. The schedule runs twice an hour. */
const SERVERS_PER_RUN = 300
const RUN = 30 * 60 * 1000
const AT_A_TIME = 4
const TIME_LIMIT = 10 * 60 * 1000
/** Publishers wait in the same queue, so releases take turns. */
const PROPOSALS_PER_RUN = 20
const MOST_OPEN = 40

export interface Tracked {
  proposals: Proposal[]
  etags: Etags
  /** What there is to tell, one sentence a server. */
  lines: string[]
}

/**
 * Looks at the repositories that publishers track, and finds the releases to be listed. What goes wrong with one does not
 * keep the others waiting. Reads only.
 *
 * @param etags what an earlier run has kept
 * @param now the clock, in milliseconds since 1970
 * @throws RegistryError where the registry in the clone cannot be read
 * @throws Unreachable where GitHub does not say which pull requests there are
 */
export async function track(
  { registry, folder, facts }: Pick<Bench, 'registry' | 'folder' | 'facts'>,
  etags: Etags,
  now: () => number = Date.now,
): Promise<Tracked> {
  const start = now()
  const { catalog } = await readCatalogAt(folder, 'HEAD')
  const commit = catalog.commit!
  const tracked = catalog.servers.flatMap((server) => trackingOf(server))
  const turn = turnOf(tracked, ({ server }) => server.name, SERVERS_PER_RUN, start, new Set(), RUN)
  const outlook = { registry, context: { github: facts, ...standingRegistry(folder, commit, commit) } }
  const kept = new Map(tracked.flatMap(({ key }) => (etags.has(key) ? [[key, etags.get(key)!]] : [])))
  const looked = await inTurns(turn, AT_A_TIME, async (item) => {
    const seen = now() - start > TIME_LIMIT ? LATE : await look(item, etags, outlook)
    if (seen.etag === undefined) kept.delete(item.key)
    else kept.set(item.key, seen.etag)
    return { ...seen, name: item.server.name }
  })
  const proposals = looked.flatMap(({ proposal }) => proposal ?? [])
  const room = Math.min(PROPOSALS_PER_RUN, MOST_OPEN - (await openProposals(registry)).length)
  const lines = looked.flatMap(({ name, text }) => (text === undefined ? [] : [`${name} ${text}`]))
  return { proposals: proposals.slice(0, Math.max(0, room)), etags: kept, lines }
}

interface Item {
  server: CatalogServer
  track: Tracking
  key: string
}

/** What is withdrawn as a whole, or mirrored, is not continued. */
function trackingOf(server: CatalogServer): Item[] {
  const { listing, latest } = server
  const isOver = latest.official.status === 'deleted' || latest.provenance.upstream
  return listing?.track && !isOver ? [{ server, track: listing.track, key: etagKey(server) }] : []
}

const LATE: Looked = { text: 'is left for the next run: time is up.' }

async function look({ server, track, key }: Item, etags: Etags, outlook: Outlook): Promise<Looked> {
  try {
    return await lookAt(server, track, etags.get(key), outlook)
  } catch (error) {
    return { text: `is left for the next run: ${(error as Error).message}` }
  }
}
