import { hash } from 'node:crypto'
import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { SERVERS } from '../model/tree-path.ts'
import { LARGEST_FILE, type Tree, type TreeFile } from './tree.ts'

/** How many files are read between two turns of the event loop, so that a running `git log` can hand over its output. */
const BATCH = 256

/** What desktops leave in every folder that somebody opens. In a commit it is refused like any other stray file. */
const LITTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

const NOTHING = Buffer.alloc(0)

/** What Git makes of the files on this disk; nothing where there is no Git. */
export interface DiskOptions {
  /** Whether the executable bits mean something (`core.fileMode`). */
  executables?: boolean
  /** How the repository names contents, where their ids are wanted. */
  objectFormat?: 'sha1' | 'sha256'
}

/**
 * The tree in the folder `root`, read with plain synchronous calls: over 100,000 small files they are several times
 * as quick as promises. A missing `servers/` is an empty registry.
 */
export function diskTree(root: string, options: DiskOptions = {}): Tree {
  return {
    async *files() {
      const servers = lstatSync(join(root, SERVERS), { throwIfNoEntry: false })
      if (!servers) return
      if (!servers.isDirectory()) {
        yield { path: SERVERS, mode: servers.isSymbolicLink() ? '120000' : '100644', bytes: NOTHING }
        return
      }
      let count = 0
      for (const { path, entry } of walk(root, SERVERS)) {
        yield readEntry(root, path, entry, options)
        if (++count % BATCH === 0) await breathe()
      }
    },
  }
}

function* walk(root: string, folder: string): Generator<{ path: string; entry: Dirent }> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* walk(root, path)
    else if (!LITTER.has(entry.name)) yield { path, entry }
  }
}

/** A link is reported as Git stores it and never opened: it may point anywhere. */
function readEntry(root: string, path: string, entry: Dirent, options: DiskOptions): TreeFile {
  if (!entry.isFile()) return { path, mode: entry.isSymbolicLink() ? '120000' : '000000', bytes: NOTHING }
  const file = openSync(join(root, path), 'r')
  try {
    const { size, mtimeMs, mode: bits } = fstatSync(file)
    const mode = options.executables && (bits & 0o100) !== 0 ? '100755' : '100644'
    if (size > LARGEST_FILE) return { path, mode, bytes: NOTHING, oversize: size }
    // Git names a content by the hash of this header and the bytes.
    const header = `blob ${size}\0`
    const blob = Buffer.allocUnsafe(header.length + size)
    blob.write(header, 'latin1')
    const length = readSync(file, blob, header.length, size, 0)
    return {
      path,
      mode,
      bytes: blob.subarray(header.length, header.length + length),
      modifiedAt: Math.floor(mtimeMs) * 1000,
      ...(options.objectFormat && { oid: hash(options.objectFormat, blob) }),
    }
  } finally {
    closeSync(file)
  }
}
