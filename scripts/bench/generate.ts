import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { CONFIG_FILE } from '../../src/catalog/config.ts'
import { BEGIN } from './registry/calendar.ts'
import { importCommits, PLAIN_GIT, type Commit } from './registry/fast-import.ts'
import { inventHistory } from './registry/history.ts'

export interface GenerateOptions {
  servers: number
  versions: number
  seed: number
  /** Missing or empty. */
  folder: string
  /** How many commits the publications are spread over; one for five versions unless said otherwise. */
  commits?: number
}

const VERSIONS_PER_COMMIT = 5

/**
 * Makes a Git repository with a registry in which sizes, names, versions and times are distributed as in the real one.
 * The same options give the same commits on every machine.
 */
export async function generateRegistry(options: GenerateOptions): Promise<void> {
  const { servers, versions, seed, folder } = options
  mkdirSync(folder, { recursive: true })
  if (readdirSync(folder).length > 0) throw new Error(`The folder \`${folder}\` is not empty.`)
  const commits = options.commits ?? Math.ceil(versions / VERSIONS_PER_COMMIT)
  git(folder, 'init', '--quiet', '--initial-branch=main', '--object-format=sha1')
  await importCommits(folder, withConfig(inventHistory({ servers, versions, seed, commits })))
  git(folder, 'reset', '--quiet', '--hard')
}

function* withConfig(history: Iterable<Commit>): Generator<Commit> {
  const config = { title: 'Invented registry', url: 'https://registry.example/', profile: 'tree' }
  const files = [{ path: CONFIG_FILE, text: `${JSON.stringify(config, null, 2)}\n` }]
  yield { at: BEGIN, author: 'operator', message: 'Begin the registry', files }
  yield* history
}

function git(folder: string, ...args: string[]): void {
  execFileSync('git', args, { cwd: folder, env: PLAIN_GIT, stdio: 'inherit' })
}
