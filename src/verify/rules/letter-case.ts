import { nameKey } from '../../model/server-name.ts'
import { namespaceFolder, serverFolder, versionFolder } from '../../model/tree-path.ts'
import { show } from '../../validate/text/show.ts'
import type { Publication } from '../change/change.ts'
import type { Context } from '../context.ts'
import type { GateRule, Outcome } from '../rule.ts'

/** Security B7; the tree has the same rule about itself. */
export const LETTER_CASE: GateRule = {
  code: 'R601',
  title: 'A name or version differs from another one in letter case only',
  passed: 'No name or version differs from another one in letter case only.',
  why: 'Many disks have one folder for both, and people take one for the other.',
  fix: 'Use the spelling that is there, or choose another name.',
  example: 'io.github.Alice/weather  beside  io.github.alice/weather',
  async check({ publications }, context) {
    const outcomes = await Promise.all(publications.map((publication) => twinsOf(publication, context)))
    return outcomes.flat()
  },
}

async function twinsOf(
  { file, name, namespace, version }: Publication,
  { merged }: Context,
): Promise<Outcome[]> {
  const folders = [
    { kind: 'namespace', folder: namespaceFolder(namespace) },
    { kind: 'name', folder: serverFolder(name) },
    { kind: 'version', folder: versionFolder(name, version) },
  ]
  const outcomes: Outcome[] = []
  for (const { kind, folder } of folders) {
    const slash = folder.lastIndexOf('/')
    const own = folder.slice(slash + 1)
    const items = await merged.list(folder.slice(0, slash))
    const twin = items.find((item) => item.name !== own && nameKey(item.name) === nameKey(own))
    if (!twin) continue
    const message = `The ${kind} ${show(own)} differs from ${show(twin.name)} in letter case only.`
    outcomes.push({ status: 'fail', path: file.path, message })
  }
  return outcomes
}
