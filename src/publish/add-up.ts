import type { KeyValueInput, Package, Transport } from '../model/server-json.ts'
import type { Clue } from './clue.ts'

/** Types whose packages have a version of their own, rather than in the identifier. */
const VERSIONED = ['npm', 'pypi', 'nuget', 'cargo']

/** Every package once: where two clues name the same one, the later one fills in what the first leaves open. */
export function addPackages(clues: readonly Clue[]): Package[] {
  const packages = new Map<string, Package>()
  for (const item of clues.flatMap(({ server }) => server.packages ?? [])) {
    const key = JSON.stringify([item.registryType, item.identifier])
    packages.set(key, { ...item, ...packages.get(key) })
  }
  return [...packages.values()]
}

/** Every address once. */
export function addRemotes(clues: readonly Clue[]): Transport[] {
  const remotes = new Map<string | undefined, Transport>()
  for (const remote of clues.flatMap(({ server }) => server.remotes ?? [])) {
    remotes.set(remote.url, { ...remote, ...remotes.get(remote.url) })
  }
  return [...remotes.values()]
}

/**
 * The settings of the program, for every package that says nothing about its own. A `server.json` that somebody wrote
 * is left as it is.
 */
export function withVariables(packages: readonly Package[], clues: readonly Clue[]): Package[] {
  const written = new Set(
    clues.filter(({ isWhole }) => isWhole).flatMap(({ server }) => namesOf(server.packages)),
  )
  const variables = new Map<string, KeyValueInput>()
  for (const variable of clues.flatMap((clue) => clue.variables ?? [])) {
    variables.set(variable.name, { ...variable, ...variables.get(variable.name) })
  }
  if (variables.size === 0) return [...packages]
  const environmentVariables = [...variables.values()]
  return packages.map((item) => {
    if (item.environmentVariables || written.has(item.identifier)) return item
    return { ...item, environmentVariables }
  })
}

function namesOf(packages: readonly Package[] = []): string[] {
  return packages.map(({ identifier }) => identifier)
}

/** Who publishes a package and its entry together gives both one version. */
export function withVersion(packages: readonly Package[], version: string | undefined): Package[] {
  if (version === undefined) return [...packages]
  return packages.map((item) => {
    return item.version === undefined && VERSIONED.includes(item.registryType) ? { ...item, version } : item
  })
}
