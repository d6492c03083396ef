import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a build. Paths have no leading slash: `servers/com.acme/index.html`. */
export interface BuiltFiles {
  folder: string
  /** In the order of their names. */
  paths: readonly string[]
  has(path: string): boolean
  hasFolder(path: string): boolean
  read(path: string): string
  bytes(path: string): Buffer
}

/** Lists everything in the folder of a build. */
export function builtFiles(folder: string): BuiltFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = new Set<string>()
  const folders = new Set<string>([''])
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name).slice(folder.replace(/\/+$/, '').length + 1)
    ;(entry.isDirectory() ? folders : files).add(path)
  }
  return {
    folder,
    paths: [...files].sort(),
    has: (path) => files.has(path),
    hasFolder: (path) => folders.has(path),
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    bytes: (path) => readFileSync(join(folder, path)),
  }
}

/** The pages of a build: what people read, and not the copies of API documents that end in `.html` as well. */
export function pagesOf({ paths }: Pick<BuiltFiles, 'paths'>): string[] {
  return paths.filter((path) => path.endsWith('.html') && !/^v0(\.1)?\//.test(path))
}

/** Where a page is on the site: `servers/com.acme/` for `servers/com.acme/index.html`. */
export function pathOfPage(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1')
}
