import type { CatalogServer } from '../catalog/catalog.ts'
import type { RegistryRepository } from '../github/registry-repository.ts'
import { validateServerJson } from '../validate/server-json.ts'
import { show } from '../validate/text/show.ts'
import type { Context } from '../verify/context.ts'
import { readRelease, type Tracking } from '../verify/release/release.ts'
import { earlierPull, type EarlierPull } from './earlier-pull.ts'
import { newestRelease } from './newest-release.ts'
import type { Proposal } from './proposal.ts'
import { readReleases } from './releases.ts'

/** What is asked: the registry's pull requests, other repositories, and the registry at a commit. */
export interface Outlook {
  registry: RegistryRepository
  context: Pick<Context, 'github' | 'base' | 'ownerOf'>
}

/** What became of a look at one server. */
export interface Looked {
  /** The end of a sentence that begins with the server; absent where there is nothing to tell. */
  text?: string
  proposal?: Proposal
}

/**
 * Looks for a release that is to be listed.
 *
 * @throws Unreachable
 * @throws RegistryError R114 where owner.json cannot be read
 */
export async function lookAt(
  server: CatalogServer,
  track: Tracking,
  { registry, context }: Outlook,
): Promise<Looked> {
  const { repository } = track
  const releases = await readReleases(registry.client, repository)
  if (!releases) {
    return {
      text: `is left out: there is no public repository ${show(repository)}, or it has another name now.`,
    }
  }
  const version = newestRelease(releases, track, server)
  if (version === undefined) return {}
  const earlier = await earlierPull(registry, server.name, version)
  if (earlier) return { text: telling(version, earlier) }
  return propose(server.name, version, track, context)
}

async function propose(
  name: string,
  version: string,
  track: Tracking,
  context: Outlook['context'],
): Promise<Looked> {
  const release = await readRelease(name, version, track, context)
  if ('saw' in release) return { text: `${show(version)} is left out: ${release.saw} ${release.fix}` }
  const { tag, commit, origin, bytes } = release
  const { valid, findings } = validateServerJson(bytes)
  if (!valid) {
    const { code, message } = findings.find(({ severity }) => severity === 'error')!
    return { text: `${show(version)} is left out: its server.json has a mistake. ${code} ${message}` }
  }
  const { repository } = track
  const proposal = { name, version, repository, tag, commit, origin, text: bytes.toString('utf8') }
  return { proposal, text: `${show(version)} is released.` }
}

function telling(version: string, { number, state }: EarlierPull): string {
  if (state === 'open') return `${show(version)} is proposed already, in #${number}.`
  if (state === 'merged') return `${show(version)} was merged with #${number}.`
  return `${show(version)} is left out: somebody closed #${number}, in which it was proposed.`
}
