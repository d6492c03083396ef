import { hash } from 'node:crypto'
import { copyFileSync, linkSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The pages of a build: what each was made from, and the file that came of it. */
interface Manifest {
  /** The code and the settings that made all of them. */
  key: string
  pages: Record<string, PageRecord>
}

/** Hash of what the page was made from, the file's size in bytes, and its time in milliseconds. */
type PageRecord = [inputs: string, size: number, modified: number]

/**
 * Takes pages over from the last build in the same place. Rendering 30,000 pages takes most of a build's time, and
 * nearly all of them come out as they were: a page is rendered again only if what it is made from has changed, the code
 * has, or its file has been touched since.
 */
export interface PageReuse {
  /**
   * Whether the page has to be rendered. Asked once a page, while routes are collected.
   *
   * @param path the page's path, with `/` at both ends
   * @param inputs everything that the page shows and that may differ between builds
   */
  needs(path: string, inputs: unknown): boolean
  /** Puts the pages that were not rendered into `folder`, and returns their number. */
  takeOver(folder: string): number
  /** Notes what `out` holds, once it is in place. */
  remember(out: string): void
}

/**
 * @param out where the last build is
 * @param note the file that says what is in it
 * @param key the code and the settings: another key makes all pages anew
 */
export function pageReuse(out: string, note: string, key: string): PageReuse {
  const last = readManifest(note)
  const known = last?.key === key ? last.pages : {}
  const inputsOf = new Map<string, string>()
  const taken: string[] = []
  return {
    needs(path, inputs) {
      const made = hash('sha256', JSON.stringify(inputs), 'base64url')
      inputsOf.set(path, made)
      if (!isStanding(out, path, made, known[path])) return true
      taken.push(path)
      return false
    },
    takeOver(folder) {
      for (const path of taken) putInto(folder, out, path)
      return taken.length
    },
    remember(out) {
      const pages: Manifest['pages'] = {}
      for (const [path, made] of inputsOf) {
        const { size, mtimeMs } = statSync(fileOf(out, path))
        pages[path] = [made, size, mtimeMs]
      }
      mkdirSync(dirname(note), { recursive: true })
      writeFileSync(note, JSON.stringify({ key, pages } satisfies Manifest))
    },
  }
}

function readManifest(note: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(note, 'utf8')) as Manifest
  } catch {
    // None yet, or one that was cut off: then everything is made.
    return undefined
  }
}

function isStanding(out: string, path: string, made: string, record: PageRecord | undefined): boolean {
  if (record?.[0] !== made) return false
  const stats = statSync(fileOf(out, path), { throwIfNoEntry: false })
  return stats?.size === record[1] && stats.mtimeMs === record[2]
}

/** The same file under a second name: the old build is removed afterwards, and nothing is copied. */
function putInto(folder: string, out: string, path: string): void {
  const [from, to] = [fileOf(out, path), fileOf(folder, path)]
  mkdirSync(dirname(to), { recursive: true })
  try {
    linkSync(from, to)
  } catch {
    // Another disk, or one without links.
    copyFileSync(from, to)
  }
}

function fileOf(folder: string, path: string): string {
  return join(folder, path, 'index.html')
}
