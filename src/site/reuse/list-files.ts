import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The files in the folder `root` as paths relative to it, with `/`. Links are not followed.
 *
 * @param skips says which folders to leave out, by their paths
 */
export function listFiles(root: string, skips: (folder: string) => boolean = () => false): string[] {
  const files: string[] = []
  const look = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (!entry.isDirectory()) files.push(path)
      else if (!skips(path)) look(path)
    }
  }
  look('')
  return files
}
