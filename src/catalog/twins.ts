import { compareBytes } from '../model/byte-order.ts'
import { namespaceOf, nameKey } from '../model/server-name.ts'
import { namespaceFolder } from '../model/tree-path.ts'
import type { Draft, DraftVersion } from './draft.ts'
import { fileProblem, type Problem } from './problem.ts'

/**
 * Names, versions and namespaces that differ in letter case only: the second and every further one is a problem,
 * because a disk that ignores case has one folder for both. Upstream lets versions and namespaces have twins, so for
 * mirrored ones that is no problem of the registry's.
 */
export function twinProblems(draft: Draft): Problem[] {
  const servers = [...draft.versions].sort(([a], [b]) => compareBytes(a, b))
  const names = servers.map(([name, versions]) => ({ text: name, path: firstPath(versions) }))
  const namespaces = new Map<string, { text: string; path: string }>()
  const versions: Problem[] = []
  for (const [name, all] of servers) {
    const record = draft.upstream.get(name)
    const own = record ? all.filter(({ server }) => !Object.hasOwn(record.versions, server.version)) : all
    if (own.length === 0) continue
    const namespace = namespaceOf(name)
    if (!namespaces.has(namespace)) {
      namespaces.set(namespace, { text: namespace, path: namespaceFolder(namespace) })
    }
    const claims = own.map(({ file, server }) => ({ text: server.version, path: file.path }))
    versions.push(...twinsAmong('version', claims))
  }
  return [...twinsAmong('name', names), ...twinsAmong('namespace', [...namespaces.values()]), ...versions]
}

function firstPath(versions: readonly DraftVersion[]): string {
  return versions.map(({ file }) => file.path).sort(compareBytes)[0]!
}

function twinsAmong(kind: string, claims: readonly { text: string; path: string }[]): Problem[] {
  const first = new Map<string, string>()
  const problems: Problem[] = []
  for (const { text, path } of claims.toSorted((a, b) => compareBytes(a.text, b.text))) {
    const other = first.get(nameKey(text))
    if (other === undefined) {
      first.set(nameKey(text), text)
      continue
    }
    const saw = `The ${kind} \`${text}\` differs from \`${other}\` in letter case only.`
    const fix = `A ${kind} is unique without regard to case: keep one of the two.`
    problems.push(fileProblem(path, 'R601', saw, fix))
  }
  return problems
}
