import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SyncPolicy } from '../catalog/config.ts'
import { compareBytes } from '../model/byte-order.ts'
import { RegistryError } from '../model/registry-error.ts'
import { parseTimestamp } from '../model/timestamp.ts'

/** How far a source has been mirrored. */
export interface Mark {
  /** For an API: everything that it changed before this moment of its own clock is in the tree. */
  since?: string
  /** For record files: the state that is in the tree. */
  generation?: string
  /** The policy by which that was done; under another one, older records may be wanted too. */
  policy: string
}

export type Marks = Readonly<Record<string, Mark>>

export const MARK_FILE = 'registry.sync.json'

/**
 * Reads the marks of all sources. They lie in the tree, so that any clone can go on, and are written last, so that a
 * run that broke off is never taken for a complete one. The newest updatedAt in the tree would not do as a mark: it
 * may belong to a record at the end of the alphabet that changed while a crawl was on its way there, and changes at
 * the start of the alphabet from before that moment would never be asked for.
 *
 * @throws RegistryError R614 where the file cannot be read
 */
export function readMarks(root: string): Marks {
  const path = join(root, MARK_FILE)
  if (!existsSync(path)) return {}
  try {
    const marks = JSON.parse(readFileSync(path, 'utf8')) as Marks
    for (const { since } of Object.values(marks)) {
      if (since !== undefined && parseTimestamp(since) === undefined)
        throw new Error(`\`${since}\` is no time`)
    }
    return marks
  } catch (error) {
    throw new RegistryError('R614', `${MARK_FILE} cannot be read: ${(error as Error).message}.`, {
      path: MARK_FILE,
      fix: 'Remove it; the next run then reads its source from the beginning.',
      cause: error,
    })
  }
}

/** The text of the file with the mark of one source set anew. */
export function marksText(marks: Marks, source: string, mark: Mark): string {
  const all = Object.entries({ ...marks, [source]: mark }).sort(([a], [b]) => compareBytes(a, b))
  return `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`
}

/** A name for a policy that changes with it. */
export function policyName({ include, exclude, registryTypes, statuses, versions }: SyncPolicy): string {
  const settled = JSON.stringify([include, exclude, registryTypes, statuses, versions])
  return createHash('sha256').update(settled).digest('hex').slice(0, 16)
}
