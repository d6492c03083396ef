import { hash } from 'node:crypto'
import { builtFiles } from '../../../scripts/site/built-files.ts'

/** The bytes of every file in a folder, as `path → hash`. */
export function digestFolder(folder: string): Record<string, string> {
  const files = builtFiles(folder)
  return Object.fromEntries(files.paths.map((path) => [path, hash('sha256', files.bytes(path))]))
}
