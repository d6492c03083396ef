import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Everything besides the catalog that a page is made from. */
const CODE = ['src', 'schema', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json']

/**
 * A hash of the code that makes pages, and of the Node that runs it: pages of two builds are only the same if this is.
 *
 * @param project the folder of this project
 */
export function codeKey(project: string): string {
  const hash = createHash('sha256').update(process.version)
  for (const name of CODE) addTo(hash, project, name)
  return hash.digest('hex')
}

function addTo(hash: ReturnType<typeof createHash>, project: string, name: string): void {
  const path = join(project, name)
  if (name.includes('.test.')) return
  const folder = namesIn(path)
  if (folder) for (const inside of folder) addTo(hash, project, `${name}/${inside}`)
  else hash.update(`\0${name}\0`).update(readFileSync(path))
}

function namesIn(path: string): string[] | undefined {
  try {
    return readdirSync(path).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
    throw error
  }
}
