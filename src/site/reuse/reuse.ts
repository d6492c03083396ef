import { rmSync } from 'node:fs'
import type { Place } from '../../api/emit/swap.ts'
import { noteBuild, readLastBuild, stands } from './last-build.ts'
import type { Part } from './parts.ts'
import { patchBuild } from './patch-build.ts'

/**
 * What a build takes over from the one before it. To make and write 350,000 files takes most of a build's time, and
 * nearly all of them come out as they were: the files of a server or a publisher are made again only if what they are
 * made from has changed. If the code or a setting has, or anybody has moved files in the last build since, all are.
 */
export interface Reuse {
  /** The parts whose files stay. */
  kept: ReadonlySet<Part>
  /**
   * Puts the new files into place; absent where everything is new. The note about the last build goes first: whatever
   * happens, the next build does not rely on a half.
   */
  place?: Place
  /**
   * Notes what `out` holds, once it is in place.
   *
   * @param folders the folders that have been written into
   */
  remember(folders: ReadonlySet<string>): void
}

/**
 * @param out where the last build is
 * @param note the file that says what is in it
 * @param key the code and the settings: another key makes everything anew
 * @param reading what everything is to be made from
 */
export async function planReuse(
  out: string,
  note: string,
  key: string,
  reading: Promise<ReadonlyMap<Part, string>>,
): Promise<Reuse> {
  const last = readLastBuild(note, key)
  const standing = last && stands(out, last) ? last : undefined
  const parts = await reading
  const remember = (folders: Iterable<string>): void =>
    noteBuild(note, out, { key, parts: Object.fromEntries(parts), folders: [...folders] })
  if (!standing) return { kept: new Set(), remember }
  const kept = new Set(
    [...parts].filter(([part, made]) => standing.parts[part] === made).map(([part]) => part),
  )
  let gone = new Set<string>()
  return {
    kept,
    place(fresh) {
      rmSync(note)
      gone = patchBuild(out, fresh, kept)
    },
    remember: (folders) => remember(new Set(standing.folders).difference(gone).union(folders)),
  }
}
