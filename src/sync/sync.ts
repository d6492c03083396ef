import { readConfig, type SyncPolicy } from '../catalog/config.ts'
import { formatTimestamp, parseTimestamp } from '../model/timestamp.ts'
import { applyOperations, writeFile } from './apply.ts'
import type { SyncContext } from './context.ts'
import { MARK_FILE, marksText, policyName, readMarks, type Marks } from './mark.ts'
import { readMirrorTree, type MirrorTree } from './mirror-tree.ts'
import { planSync } from './plan.ts'
import { nameFilter, needsWholeServers } from './policy.ts'
import { readRecord, type RecordReading } from './record.ts'
import type { SyncReport } from './report.ts'
import { readSourceFile } from './source-file.ts'
import { crawl, readVersions } from './source-http.ts'
import { parseSource, type Source } from './source.ts'

export interface SyncOptions {
  /** The address of a registry, or a file. */
  from: string
  root: string
  /** Ask for everything, not only for what changed since the last run. */
  full?: boolean
  /** Tell what would be done, and do nothing. */
  dryRun?: boolean
}

/** A record may be stored some moments after the time that it carries. */
const OVERLAP = 5 * 60 * 1_000_000

/** Where so many requests brought nothing to write, the next run should not have to make them again. */
const LONG_CRAWL = 10

/** What a source has to say. */
interface Harvest {
  entries: unknown[]
  since?: string
  isComplete: boolean
  /** Where the next run may begin; absent where it must read everything again. */
  mark?: { since: string; isDue: boolean }
}

/**
 * Mirrors a source into the tree in `root`, by the policy of its settings. First everything is read, then the plan is
 * made, then it is carried out, and last the mark is moved: a run that breaks off while reading has written nothing,
 * and one that breaks off while writing is completed by the next.
 *
 * @throws RegistryError R610, R613 where the source cannot be read, R614 where the tree cannot, R615 for a wrong `from`
 */
export async function syncRegistry(options: SyncOptions, context: SyncContext): Promise<SyncReport> {
  const { root, dryRun = false } = options
  const source = parseSource(options.from)
  const policy = readConfig(root).sync
  const marks = readMarks(root)
  const tree = await readMirrorTree(root)
  const harvest =
    source.kind === 'file'
      ? { entries: readSourceFile(source.path), isComplete: true }
      : await harvestUrl(source, policy, marks, options.full ?? false, context)
  const plan = planSync({
    source: source.name,
    readings: readAll(harvest.entries, tree),
    tree,
    policy,
    now: context.now(),
    isComplete: harvest.isComplete,
  })
  if (!dryRun) {
    applyOperations(root, plan.operations, context.progress)
    if (harvest.mark && (plan.operations.length > 0 || harvest.mark.isDue)) {
      const mark = { since: harvest.mark.since, policy: policyName(policy) }
      writeFile(root, MARK_FILE, marksText(marks, source.name, mark))
    }
  }
  const { operations, ...findings } = plan
  return {
    source: source.name,
    ...(harvest.since && { since: harvest.since }),
    dryRun,
    records: harvest.entries.length,
    files: operations.length,
    ...findings,
  }
}

async function harvestUrl(
  { name, base }: Extract<Source, { kind: 'url' }>,
  policy: SyncPolicy,
  marks: Marks,
  isFull: boolean,
  context: SyncContext,
): Promise<Harvest> {
  const mark = Object.hasOwn(marks, name) ? marks[name] : undefined
  const isUsable = mark?.policy === policyName(policy)
  const since = isUsable && !isFull ? formatTimestamp(parseTimestamp(mark!.since)! - OVERLAP) : undefined
  const { api, entries, startedAt, isStatic, requests } = await crawl(base, since, context)
  const deep = serversToReadWhole(entries, policy, isStatic, since !== undefined)
  entries.push(...(await readVersions(api, deep, context)))
  if (isStatic) return { entries, isComplete: true }
  return {
    entries,
    isComplete: since === undefined,
    ...(since !== undefined && { since }),
    mark: { since: formatTimestamp(startedAt), isDue: !isUsable || requests > LONG_CRAWL },
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

function readAll(entries: readonly unknown[], tree: MirrorTree): RecordReading[] {
  const isKnown = (name: string, version: string, text: string): boolean =>
    tree.get(name)?.versions.get(version)?.equals(Buffer.from(text)) ?? false
  return entries.map((entry) => readRecord(entry, isKnown))
}
