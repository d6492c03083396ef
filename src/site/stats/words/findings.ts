import type { Status } from '../../../model/status.ts'
import type { Kind } from '../../kinds.ts'
import type { Setup } from '../../server/inputs.ts'
import { formatDay } from '../../text/dates.ts'
import { counted, formatCount } from '../../text/numbers.ts'
import type { Count } from '../numbers/counts.ts'
import type { GrowthPeriod } from '../numbers/growth.ts'
import type { Step } from '../numbers/periods.ts'
import type { PublisherCount } from '../numbers/publishers.ts'
import type { TransportType } from '../numbers/transports.ts'
import { SERVERS, shareSubject, type Noun } from './share-words.ts'

/** How a sentence about one of a sort ends, and how one about many does. */
export type Says = readonly [one: string, many: string]

export const KIND_SAYS: Readonly<Record<Kind | 'none', Says>> = {
  remote: ['is reached over the network', 'are reached over the network'],
  npm: ['comes as a package from npm', 'come as packages from npm'],
  pypi: ['comes as a package from PyPI', 'come as packages from PyPI'],
  oci: ['comes as a container image', 'come as container images'],
  mcpb: ['comes as an MCP bundle', 'come as MCP bundles'],
  nuget: ['comes as a package from NuGet', 'come as packages from NuGet'],
  cargo: ['comes as a crate', 'come as crates'],
  other: ['comes as a package from elsewhere', 'come as packages from elsewhere'],
  none: ['has neither a package nor an address', 'have neither a package nor an address'],
}

export const TRANSPORT_SAYS: Readonly<Record<TransportType | 'none', Says>> = {
  stdio: ['speaks stdio', 'speak stdio'],
  'streamable-http': ['speaks streamable HTTP', 'speak streamable HTTP'],
  sse: ['speaks SSE', 'speak SSE'],
  none: ['declares no transport', 'declare no transport'],
}

export const SETUP_SAYS: Readonly<Record<Setup | 'none', Says>> = {
  'no-key': ['starts without a key', 'start without a key'],
  key: ['asks for a key', 'ask for a key'],
  'sign-in': ['may ask to sign in', 'may ask to sign in'],
  none: ['has nothing to set up', 'have nothing to set up'],
}

export const STATUS_SAYS: Readonly<Record<Status, Says>> = {
  active: ['is active', 'are active'],
  deprecated: ['is deprecated', 'are deprecated'],
  deleted: ['is deleted', 'are deleted'],
}

/** What most of them are, as a sentence: `About half of all servers are reached over the network.` */
export function mostOf<Key extends string>(
  counts: readonly Count<Key>[],
  total: number,
  says: Readonly<Record<Key, Says>>,
): string {
  const most = biggest(counts)
  const { text, isOne } = shareSubject(most.count, total, SERVERS)
  return `${text} ${says[most.key][isOne ? 0 : 1]}.`
}

/** The class that most fall in, as a sentence: `83 % of all publishers have 1 server.` */
export function mostHave(classes: readonly Count[], total: number, who: Noun, what: Noun): string {
  const { label, count } = biggest(classes)
  const { text, isOne } = shareSubject(count, total, who)
  return `${text} ${isOne ? 'has' : 'have'} ${label} ${label === '1' ? what.one : what.many}.`
}

/**
 * When the servers came, as a sentence.
 *
 * @param half the moment by which half of them had come, in microseconds
 */
export function growthFinding(periods: readonly GrowthPeriod[], half: number): string {
  const servers = periods.at(-1)!.servers
  if (periods.length > 1 && servers > 1)
    return `Half of ${formatCount(servers)} servers have come since ${formatDay(half)}.`
  return `${shareSubject(servers, servers, SERVERS).text} came on ${formatDay(half)}.`
}

/** How many versions there are, as a sentence. */
export function versionsFinding(periods: readonly GrowthPeriod[]): string {
  const { servers, versions } = periods.at(-1)!
  return `${counted(servers, 'server')} ${servers === 1 ? 'has' : 'have'} ${counted(versions, 'version')}.`
}

/** The period with the most new versions, as a sentence. */
export function busiestFinding(periods: readonly GrowthPeriod[], step: Step): string {
  const most = periods.reduce((most, period) => (period.newVersions > most.newVersions ? period : most))
  const versions = counted(most.newVersions, 'version')
  if (step === 'day')
    return `${versions} came on ${formatDay(most.start)}${periods.length > 1 ? ', the most on a day' : ''}.`
  return `${versions} came in the ${step} from ${formatDay(most.start)}, the most in a ${step}.`
}

/** How much of everything the publishers with the most servers have, as a sentence; they come first in the list. */
export function topFinding(publishers: readonly PublisherCount[], top: number, servers: number): string {
  const { length } = publishers
  const are = servers === 1 ? 'is' : 'are'
  if (length <= top) return `${counted(servers, 'server')} ${are} by ${counted(length, 'publisher')}.`
  const theirs = publishers.slice(0, top).reduce((sum, { servers }) => sum + servers, 0)
  return `${shareSubject(theirs, servers, SERVERS).text} are by the ${top} publishers with the most.`
}

function biggest<Key extends string>(counts: readonly Count<Key>[]): Count<Key> {
  return counts.reduce((most, next) => (next.count > most.count ? next : most))
}
