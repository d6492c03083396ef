import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Part } from './parts.ts'

/** What is known of the build that stands in a folder. */
export interface LastBuild {
  /** The code and the settings that made it. */
  key: string
  /** When it was complete, in milliseconds by the clock of its file system. Nothing in it is younger. */
  completeAt: number
  /** What each part was made from. */
  parts: Record<Part, string>
}

/** The note about the last build with the same code and settings. */
export function readLastBuild(note: string, key: string): LastBuild | undefined {
  try {
    const last = JSON.parse(readFileSync(note, 'utf8')) as LastBuild
    return last.key === key ? last : undefined
  } catch {
    // None yet, or one that was cut off: then everything is made.
    return undefined
  }
}

/** Notes what stands in `out`, once it is complete. */
export function noteBuild(note: string, out: string, key: string, parts: ReadonlyMap<Part, string>): void {
  const build: LastBuild = {
    key,
    completeAt: touch(join(out, 'r/head.json')),
    parts: Object.fromEntries(parts),
  }
  mkdirSync(dirname(note), { recursive: true })
  writeFileSync(note, JSON.stringify(build))
}

/** Asks the file system for its time, since its clock need not be ours. The file's own times stay. */
function touch(file: string): number {
  const { atime, mtime } = statSync(file)
  utimesSync(file, atime, mtime)
  return statSync(file).ctimeMs
}
