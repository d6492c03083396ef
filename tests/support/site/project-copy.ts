import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../git-repository.ts'

/** What a build reads of this checkout. */
const CODE = [
  'LICENSE',
  'astro.config.mjs',
  'docs',
  'package.json',
  'package-lock.json',
  'public',
  'schema',
  'scripts',
  'src',
  'tsconfig.json',
]

/** A copy of the code, which a test may change, with the packages that are installed here. */
export function copyProject(): string {
  const folder = temporaryFolder()
  for (const name of CODE) cpSync(name, join(folder, name), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  return folder
}
