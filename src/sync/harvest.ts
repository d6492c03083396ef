import type { SyncPolicy } from '../catalog/config.ts'
import { formatTimestamp, parseTimestamp } from '../model/timestamp.ts'
import type { SyncContext } from './context.ts'
import { policyName, type Mark } from './mark.ts'
import { nameFilter, needsWholeServers } from './policy.ts'
import { readSourceFile } from './source-file.ts'
import { crawl, readVersions } from './source-http.ts'
import { readRecordFiles } from './source-records.ts'
import type { Source } from './source.ts'

/** What a source had to say. */
export interface Harvest {
  entries: unknown[]
  /** Only what changed after this time was asked for. */
  since?: string
  /** Whether the entries are all that the source has. */
  isComplete: boolean
  /** Where the next run may go on; absent where it must read everything again. */
  mark?: Mark
  /** Whether the mark should move although nothing was written. */
  isMarkDue: boolean
}

export interface HarvestOptions {
  policy: SyncPolicy
  /** How far the source has been read. */
  mark: Mark | undefined
  /** Ask for everything, whatever the mark says. */
  isFull: boolean
}

/** A record may be stored some moments after the time that it carries. */
const OVERLAP = 5 * 60 * 1_000_000

/** Where so many requests brought nothing to write, the next run should not have to make them again. */
const LONG_CRAWL = 10

/**
 * Reads a source: all of it, or what changed since the mark.
 *
 * @throws RegistryError R610, R613 where it cannot be read to the end
 */
export async function harvest(
  source: Source,
  { policy, mark, isFull }: HarvestOptions,
  context: SyncContext,
): Promise<Harvest> {
  if (source.kind === 'file') {
    return { entries: readSourceFile(source.path), isComplete: true, isMarkDue: false }
  }
  const usable = mark?.policy === policyName(policy) ? mark : undefined
  const known = isFull ? undefined : usable?.generation
  const files = await readRecordFiles(source.base, known, context)
  if (files === 'unchanged') return { entries: [], isComplete: false, isMarkDue: false }
  if (files) {
    const { entries, generation } = files
    return {
      entries,
      isComplete: true,
      mark: { generation, policy: policyName(policy) },
      isMarkDue: generation !== usable?.generation,
    }
  }
  return harvestApi(source.base, policy, usable, isFull, context)
}

async function harvestApi(
  base: string,
  policy: SyncPolicy,
  usable: Mark | undefined,
  isFull: boolean,
  context: SyncContext,
): Promise<Harvest> {
  const from = isFull || usable?.since === undefined ? undefined : parseTimestamp(usable.since)! - OVERLAP
  const since = from === undefined ? undefined : formatTimestamp(from)
  const { api, entries: listed, startedAt, isStatic, requests } = await crawl(base, since, context)
  const whole = serversToReadWhole(listed, policy, isStatic, since !== undefined)
  const entries = listed.concat(await readVersions(api, whole, context))
  if (isStatic) return { entries, isComplete: true, isMarkDue: false }
  return {
    entries,
    isComplete: since === undefined,
    ...(since !== undefined && { since }),
    mark: { since: formatTimestamp(startedAt), policy: policyName(policy) },
    isMarkDue: usable?.since === undefined || requests > LONG_CRAWL,
  }
}

/**
 * The servers whose every version must be asked for: all those of a static registry, whose list has the latest ones
 * only, and under some policies those that have changed.
 */
function serversToReadWhole(
  entries: readonly unknown[],
  policy: SyncPolicy,
  isStatic: boolean,
  isIncremental: boolean,
): string[] {
  // A single entry may be all that changed, or the whole list of a small static registry; asking is cheap.
  const isLatestOnly = (isStatic || entries.length === 1) && policy.versions !== 'latest'
  if (!isLatestOnly && !(isIncremental && needsWholeServers(policy))) return []
  const isWanted = nameFilter(policy)
  const names = entries.map((entry) => (entry as { server?: { name?: unknown } } | null)?.server?.name)
  return [...new Set(names)].filter((name) => typeof name === 'string' && isWanted(name)) as string[]
}
