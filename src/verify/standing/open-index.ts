import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readGit } from '../../catalog/git.ts'
import { RegistryError } from '../../model/registry-error.ts'
import { versionsAt, versionsSince } from './indexed-versions.ts'
import { RegistryIndex } from './registry-index.ts'

/** The first line of a kept index, before the commit. Another form of the file gets another number. */
const FORM = 'registry index 3 of '

/**
 * The index of the registry at a commit. It is kept in the clone's Git folder, where no pull request reaches, and only
 * what came since is read, so that its cost does not grow with the registry.
 *
 * @throws RegistryError R603 where Git fails
 */
export async function openIndex(repository: string, commit: string): Promise<RegistryIndex> {
  const gitFolder = (await readGit(repository, ['rev-parse', '--git-common-dir'])).trimEnd()
  const path = join(resolve(repository, gitFolder), 'registry', 'index')
  const kept = load(path)
  if (kept?.commit === commit) return kept.index
  const index = kept && (await bringUp(kept, repository, commit))
  if (index) return save(path, commit, index)
  const fresh = new RegistryIndex()
  fresh.add(await versionsAt(repository, commit))
  return save(path, commit, fresh)
}

interface Kept {
  commit: string
  index: RegistryIndex
}

async function bringUp(
  { index, commit: from }: Kept,
  repository: string,
  to: string,
): Promise<RegistryIndex | undefined> {
  try {
    const versions = await versionsSince(repository, from, to)
    if (!versions) return undefined
    index.add(versions)
    return index
  } catch (error) {
    // The commit that is kept may be gone, where somebody has rewritten the history.
    if (error instanceof RegistryError) return undefined
    throw error
  }
}

function load(path: string): Kept | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
  const end = text.indexOf('\n')
  if (!text.startsWith(FORM) || end < 0 || !text.endsWith('\n')) return undefined
  return { commit: text.slice(FORM.length, end), index: new RegistryIndex(text.slice(end)) }
}

/** Written beside and moved into place, so that no other process reads half of it. */
function save(path: string, commit: string, index: RegistryIndex): RegistryIndex {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, `${FORM}${commit}${index.toString()}`)
    renameSync(draft, path)
  } catch (error) {
    // A clone that cannot be written to is slower, not wrong.
    if (!(error instanceof Error && 'code' in error)) throw error
  }
  return index
}
