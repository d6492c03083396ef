import { OFFICIAL_META } from '../../src/model/server-json.ts'

interface Page {
  servers: { server: { name: string }; _meta: Record<string, { updatedAt: string }> }[]
  metadata: { nextCursor?: string }
}

const MANY = 500

/**
 * Paths to ask a registry for, by kind. Many of each, spread over the whole registry, so that no cache makes the
 * answers look quicker than they are for real clients.
 */
export async function inventRequests(origin: string): Promise<Record<string, string[]>> {
  const { names, times, cursors } = await readRegistry(origin)
  const list = '/v0.1/servers?'
  return {
    detail: spread(names).map((name) => `/v0.1/servers/${encodeURIComponent(name)}/versions/latest`),
    'list of 100': spread(cursors).map((cursor) => `${list}limit=100&version=latest${cursor}`),
    search: searchesIn(names).map((word) => `${list}search=${word}&version=latest&limit=30`),
    updated_since: spread(times).map((time) => `${list}updated_since=${encodeURIComponent(time)}&limit=100`),
  }
}

async function readRegistry(
  origin: string,
): Promise<{ names: string[]; times: string[]; cursors: string[] }> {
  const names: string[] = []
  const times: string[] = []
  const cursors = ['']
  for (;;) {
    const response = await fetch(`${origin}/v0.1/servers?limit=100&version=latest${cursors.at(-1)}`)
    const { servers, metadata } = (await response.json()) as Page
    names.push(...servers.map(({ server }) => server.name))
    times.push(...servers.map(({ _meta }) => _meta[OFFICIAL_META]!.updatedAt))
    if (!metadata.nextCursor) return { names, times: times.sort(), cursors }
    cursors.push(`&cursor=${encodeURIComponent(metadata.nextCursor)}`)
  }
}

/** What people type: words that names are made of. Half are the commonest ones, half are spread over all others. */
function searchesIn(names: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of names.flatMap((name) => name.toLowerCase().split(/[^a-z0-9]+/))) {
    if (word.length > 2) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const words = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([word]) => word)
  const rare = words.slice(MANY / 2)
  return [...words.slice(0, MANY / 2), ...spread(rare, MANY / 2)]
}

function spread<T>(list: readonly T[], count = MANY): T[] {
  if (list.length <= count) return [...list]
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]!)
}
