import type { RegistryConfig } from '../../catalog/config.ts'
import { compareBytes } from '../../model/byte-order.ts'
import { isFileName } from '../../model/version-file.ts'
import { byPublication, listDocument } from '../list.ts'
import { newestUpdate, type ApiRecord } from '../record.ts'
import type { ApiFile } from './api-file.ts'

/**
 * The documents of one server at the paths where a plain static host finds them. A document whose path is also a
 * folder is written twice, as `X.html` and as `X/index.html`: between them every host resolves `X`.
 */
export function* leafFiles(
  prefix: string,
  records: readonly ApiRecord[],
  warn: (message: string) => void,
): Generator<ApiFile> {
  const living = records.filter(({ deleted }) => !deleted)
  if (living.length === 0) return
  const versions = `${prefix}/servers/${living[0]!.name}/versions`
  const newestFirst = living.toSorted(byPublication)
  yield* twins(versions, listDocument(newestFirst.map(({ line }) => line)), newestUpdate(living))
  for (const { name, version, line, isLatest, updatedAt } of living) {
    if (isLatest) yield { path: `${versions}/latest`, body: line, updatedAt }
    if (isFileName(version)) yield { path: `${versions}/${version}`, body: line, updatedAt }
    else warn(`A plain static host cannot serve ${name} ${version} by its version; the request handler can.`)
  }
}

/** Clients take bodies up to 10 MiB, and some hosts no larger files. */
const MAX_LIST_BYTES = 10 * 1024 * 1024
const MANY_SERVERS = 5000

/** The list of all servers, latest versions only and without a cursor: a host that ignores queries cannot page. */
export function* listFiles(
  prefixes: readonly string[],
  servers: readonly (readonly ApiRecord[])[],
  config: RegistryConfig,
  warn: (message: string) => void,
): Generator<ApiFile> {
  const listed = inDeliberateOrder(servers, config.featured)
  const fitting = fittingCount(listed)
  if (fitting < listed.length) {
    warn(
      `The list of ${listed.length} servers is larger than the 10 MiB that clients take, so it holds the first ${fitting}. ` +
        'Every server can still be looked up by name. For a complete list serve the registry with the request handler: ' +
        'set "profile": "edge" in registry.config.json.',
    )
  } else if (listed.length > MANY_SERVERS) {
    warn(`The list holds ${listed.length} servers; from about 8,000 on it is too large for clients (10 MiB).`)
  }
  const lines = listed.slice(0, fitting).map(({ line }) => line)
  const partial = { complete: false, total: listed.length, all: `${config.url}r/head.json` }
  const document = listDocument(lines, fitting < listed.length ? { meta: { [config.metaKey]: partial } } : {})
  const updatedAt = newestUpdate(listed)
  for (const prefix of prefixes) {
    yield* twins(`${prefix}/servers`, document, updatedAt)
    yield { path: `${prefix}/servers.json`, body: document, updatedAt }
  }
}

/** The order is what people see in clients that cannot search: featured servers, then the latest changes. */
function inDeliberateOrder(
  servers: readonly (readonly ApiRecord[])[],
  featured: readonly string[],
): ApiRecord[] {
  const rank = new Map(featured.map((name, place) => [name, place]))
  const place = ({ name }: ApiRecord): number => rank.get(name) ?? featured.length
  return servers
    .flatMap((records) => records.filter(({ isLatest, deleted }) => isLatest && !deleted))
    .sort((a, b) => place(a) - place(b) || b.publishedAt - a.publishedAt || compareBytes(a.name, b.name))
}

function fittingCount(records: readonly ApiRecord[]): number {
  let bytes = 1024
  const first = records.findIndex(({ line }) => (bytes += line.length) > MAX_LIST_BYTES)
  return first < 0 ? records.length : first
}

function* twins(path: string, body: Uint8Array, updatedAt: number): Generator<ApiFile> {
  yield { path: `${path}.html`, body, updatedAt }
  yield { path: `${path}/index.html`, body, updatedAt }
}
