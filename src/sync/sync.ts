import { readConfig } from '../catalog/config.ts'
import { applyOperations, writeFile } from './apply.ts'
import type { SyncContext } from './context.ts'
import { harvest } from './harvest.ts'
import { MARK_FILE, marksText, readMarks } from './mark.ts'
import { readMirrorTree, type MirrorTree } from './mirror-tree.ts'
import { planSync } from './plan.ts'
import { readRecord, type RecordReading } from './record.ts'
import type { SyncReport } from './report.ts'
import { parseSource } from './source.ts'

export interface SyncOptions {
  /** The address of a registry, or a file. */
  from: string
  root: string
  /** Ask for everything, not only for what changed since the last run. */
  full?: boolean
  /** Tell what would be done, and do nothing. */
  dryRun?: boolean
}

/**
 * Mirrors a source into the tree in `root`, by the policy of its settings. First everything is read, then the plan is
 * made, then it is carried out, and last the mark is moved: a run that breaks off while reading has written nothing,
 * and one that breaks off while writing is completed by the next.
 *
 * @throws RegistryError R610, R613 where the source cannot be read, R614 where the tree cannot, R615 for a wrong `from`
 */
export async function syncRegistry(options: SyncOptions, context: SyncContext): Promise<SyncReport> {
  const { root, full = false, dryRun = false } = options
  const source = parseSource(options.from)
  const policy = readConfig(root).sync
  const marks = readMarks(root)
  const tree = await readMirrorTree(root)
  const mark = Object.hasOwn(marks, source.name) ? marks[source.name] : undefined
  const crop = await harvest(source, { policy, mark, isFull: full }, context)
  const { operations, ...findings } = planSync({
    source: source.name,
    readings: readAll(crop.entries, tree),
    tree,
    policy,
    now: context.now(),
    isComplete: crop.isComplete,
  })
  if (!dryRun) {
    applyOperations(root, operations, context.progress)
    if (crop.mark && (operations.length > 0 || crop.isMarkDue)) {
      writeFile(root, MARK_FILE, marksText(marks, source.name, crop.mark))
    }
  }
  return {
    source: source.name,
    ...(crop.since && { since: crop.since }),
    dryRun,
    records: crop.entries.length,
    files: operations.length,
    ...findings,
  }
}

function readAll(entries: readonly unknown[], tree: MirrorTree): RecordReading[] {
  const isKnown = (name: string, version: string, text: string): boolean =>
    tree.get(name)?.versions.get(version)?.equals(Buffer.from(text)) ?? false
  return entries.map((entry) => readRecord(entry, isKnown))
}
