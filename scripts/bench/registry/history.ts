import { namespaceFolder, serverFolder, versionFolder } from '../../../src/model/tree-path.ts'
import { BEGIN, inventTimes } from './calendar.ts'
import { powerLawCounts } from './distribution.ts'
import { inventDocument } from './documents.ts'
import type { Commit, WrittenFile } from './fast-import.ts'
import { inventIdentities, type Identity } from './names.ts'
import { seededRandom } from './random.ts'
import { inventStatements } from './statements.ts'
import { inventVersions } from './version-strings.ts'

export interface HistoryOptions {
  servers: number
  versions: number
  seed: number
  commits: number
}

/** One thing that somebody does to the registry. The texts are written only when their turn comes. */
interface Deed {
  at: number
  by: Identity
  title: string
  files(): WrittenFile[]
}

const MOST_VERSIONS = 400

/** Invents the history of a registry, oldest commit first. Committer times grow with every commit. */
export function* inventHistory(options: HistoryOptions): Generator<Commit> {
  const deeds = inventDeeds(options).sort((a, b) => a.at - b.at)
  const owners = new OwnerFiles()
  let last = BEGIN
  for (let number = 0; number < options.commits; number++) {
    const from = Math.floor((number * deeds.length) / options.commits)
    const batch = deeds.slice(from, Math.floor(((number + 1) * deeds.length) / options.commits))
    if (batch.length === 0) continue
    const { by, title } = batch[0]!
    const at = Math.max(last + 1, Math.floor(batch.at(-1)!.at))
    last = at
    const more = batch.length > 1 ? ` and ${batch.length - 1} more` : ''
    const files = batch.flatMap((deed) => [...owners.firstOf(deed.by, at), ...deed.files()])
    yield { at, author: by.login, message: `${title}${more} (#${number + 1})`, files }
  }
}

function inventDeeds({ servers, versions, seed }: HistoryOptions): Deed[] {
  const identities = inventIdentities(servers, seed)
  const counts = powerLawCounts(
    servers,
    versions,
    { offset: 0.45, most: Math.max(MOST_VERSIONS, Math.ceil(versions / servers)) },
    seededRandom(seed, 'versions'),
  )
  return identities.flatMap((identity, index) => inventLife(identity, counts[index]!, seed))
}

/** Everything that happens to one server. */
function inventLife(identity: Identity, count: number, seed: number): Deed[] {
  const random = seededRandom(seed, identity.serverName)
  const versions = inventVersions(count, random)
  const times = inventTimes(count, random)
  const { serverName } = identity
  const statements = inventStatements(times, random)
  const documentOf = inventDocument(identity, random)
  const published = versions.map((version, index) => ({
    at: times[index]!,
    by: identity,
    title: `Publish ${serverName} ${version}`,
    files: () => {
      const text = `${JSON.stringify(documentOf(version), null, 2)}\n`
      return [{ path: `${versionFolder(serverName, version)}/server.json`, text }]
    },
  }))
  const said = statements.map(({ at, version, file, text }) => {
    const folder =
      version === undefined ? serverFolder(serverName) : versionFolder(serverName, versions[version]!)
    const path = `${folder}/${file}`
    return { at, by: identity, title: `State the status of ${serverName}`, files: () => [{ path, text }] }
  })
  return [...published, ...said]
}

/** The registry writes down the owner of a namespace when the namespace is first published to. */
class OwnerFiles {
  readonly #known = new Set<string>()

  firstOf({ namespace, login }: Identity, at: number): WrittenFile[] {
    if (this.#known.has(namespace)) return []
    this.#known.add(namespace)
    const account = { id: 1_000_000 + this.#known.size, login, type: 'User' }
    const proof = namespace.startsWith('io.github.') ? 'author' : 'dns'
    const since = new Date(at * 1000).toISOString().replace('.000Z', 'Z')
    const text = `${JSON.stringify({ ...account, proof, since }, null, 2)}\n`
    return [{ path: `${namespaceFolder(namespace)}/owner.json`, text }]
  }
}
