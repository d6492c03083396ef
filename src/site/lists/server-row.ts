import type { CatalogServer } from '../../catalog/catalog.ts'
import type { Status } from '../../model/status.ts'
import { setupsOf, type Setup } from '../server/inputs.ts'
import { kindsOf, type Kind } from '../kinds.ts'
import { safeText } from '../text/safe-text.ts'

/** What a list says about a server: the latest version's facts, small enough to keep for every server at once. */
export interface ServerRow {
  name: string
  title?: string
  description: string
  version: string
  kinds: Kind[]
  setups: Setup[]
  status: Status
  publishedAt: number
  updatedAt: number
  /** When the first version of the server was published. */
  since: number
}

const rows = new WeakMap<CatalogServer, ServerRow>()

/** The row of a server, which lists, feeds, search and figures all ask for: made once. */
export function rowOf(server: CatalogServer): ServerRow {
  const known = rows.get(server)
  if (known) return known
  const row = makeRow(server)
  rows.set(server, row)
  return row
}

function makeRow({ name, entries, latest }: CatalogServer): ServerRow {
  const { server, version, official } = latest
  return {
    name,
    ...(server.title && { title: safeText(server.title) }),
    description: safeText(server.description),
    version: safeText(version),
    kinds: kindsOf(server),
    setups: setupsOf(server),
    status: official.status,
    publishedAt: official.publishedAt,
    updatedAt: official.updatedAt,
    since: entries.reduce((first, { official: { publishedAt } }) => Math.min(first, publishedAt), Infinity),
  }
}

/** Whether a server is to be found: a deleted one is kept for those who have it, and shown to nobody else. */
export function isLiving({ status }: Pick<ServerRow, 'status'>): boolean {
  return status !== 'deleted'
}
