import { readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Clue } from '../clue.ts'
import { known } from '../loose.ts'
import { nameForRepository } from '../names.ts'
import { plainText } from '../plain-text.ts'
import { repositoryFrom } from '../repository.ts'

const LARGEST = 1024 * 1024
const HIGHEST = 40

/** Where the source of a folder is kept, by the configuration of the Git repository around it; Git is not run. */
export function readGit(folder: string): Clue | undefined {
  const root = rootAbove(resolve(folder))
  const config = root && configOf(root)
  const address = config && remoteIn(config)
  if (!root || !address) return undefined
  const subfolder = relative(root, resolve(folder)).split(sep).join('/')
  const repository = repositoryFrom(address, subfolder || undefined)
  const where = repository ? repository.url!.slice('https://'.length) : 'neither on GitHub nor on GitLab'
  return {
    source: 'git remote',
    says: plainText(repository?.subfolder ? `${where}, folder ${repository.subfolder}` : where),
    server: known({ name: nameForRepository(known({ repository })), repository }),
    warnings: [],
  }
}

function rootAbove(folder: string): string | undefined {
  let place = folder
  for (let i = 0; i < HIGHEST; i++) {
    if (statSync(join(place, '.git'), { throwIfNoEntry: false })) return place
    if (dirname(place) === place) return undefined
    place = dirname(place)
  }
  return undefined
}

/** In a worktree and in a submodule `.git` is a file that says where the rest is. Source: gitrepository-layout. */
function configOf(root: string): string | undefined {
  const place = join(root, '.git')
  if (statSync(place).isDirectory()) return textOf(join(place, 'config'))
  const target = /^gitdir: (.+)$/m.exec(textOf(place) ?? '')?.[1]?.trim()
  if (!target) return undefined
  const own = resolve(root, target)
  const common = textOf(join(own, 'commondir'))?.trim()
  return textOf(join(common ? resolve(own, common) : own, 'config'))
}

function textOf(place: string): string | undefined {
  const stats = statSync(place, { throwIfNoEntry: false })
  if (!stats?.isFile() || stats.size > LARGEST) return undefined
  try {
    return readFileSync(place, 'utf8')
  } catch {
    return undefined
  }
}

/** The address of `origin`, or of the only remote there is. Source: git-config, syntax. */
function remoteIn(config: string): string | undefined {
  const remotes = new Map<string, string>()
  let remote: string | undefined
  for (const line of config.split(/\r?\n/)) {
    if (/^\s*\[/.test(line)) remote = /^\s*\[remote "([^"]{1,200})"\]/.exec(line)?.[1]
    const url = remote === undefined ? undefined : /^\s*url\s*=\s*"?([^"\s]{1,500})"?\s*$/.exec(line)?.[1]
    if (url && remote !== undefined && !remotes.has(remote)) remotes.set(remote, url)
  }
  return remotes.get('origin') ?? (remotes.size === 1 ? [...remotes.values()][0] : undefined)
}
