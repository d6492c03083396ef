import { lstatSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Part } from './parts.ts'

/** What is known of the build that stands in a folder. */
export interface LastBuild {
  /** The code and the settings that made it. */
  key: string
  /** When it was complete, in milliseconds by the clock of its file system. */
  completeAt: number
  /** What each part was made from. */
  parts: Record<Part, string>
  /** The folders in it that hold files of parts, and those around them. */
  folders: string[]
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
export function noteBuild(note: string, out: string, build: Omit<LastBuild, 'completeAt'>): void {
  const noted: LastBuild = { ...build, completeAt: touch(join(out, 'r/head.json')) }
  mkdirSync(dirname(note), { recursive: true })
  writeFileSync(note, JSON.stringify(noted))
}

/**
 * Whether every folder of the last build is there and had nothing added, removed or replaced in it since. A file that
 * somebody wrote over in its place is not noticed: to look at each of 350,000 files takes longer than all the rest.
 */
export function stands(out: string, { folders, completeAt }: LastBuild): boolean {
  return folders.every((folder) => {
    const found = lstatSync(join(out, folder), { throwIfNoEntry: false })
    return found?.isDirectory() && found.ctimeMs <= completeAt
  })
}

/** Asks the file system for its time, since its clock need not be ours. The file's own times stay. */
function touch(file: string): number {
  const { atime, mtime } = statSync(file)
  utimesSync(file, atime, mtime)
  return statSync(file).ctimeMs
}
