import { commitAt } from '../github/clone.ts'
import { openOwnPull, pointBranch } from '../github/own-pull.ts'
import type { RegistryRepository } from '../github/registry-repository.ts'
import { versionFolder } from '../model/tree-path.ts'
import { trackBranch } from '../verify/release/track-branch.ts'
import { earlierPull } from './earlier-pull.ts'
import type { Proposal } from './proposal.ts'
import { pullBody } from './pull-body.ts'

/**
 * Opens the pull request for a release: one commit with one new file, on a branch of the registry's own. Where an earlier
 * run broke off, it goes on from there.
 *
 * @param folder a folder in the clone
 * @param base the main branch
 * @returns what was done, as the end of a sentence that begins with the server
 * @throws Unreachable and others, where GitHub did not do it
 */
export async function propose(
  registry: RegistryRepository,
  folder: string,
  base: string,
  proposal: Proposal,
): Promise<string> {
  const { client, at } = registry
  const { name, version, text } = proposal
  const earlier = await earlierPull(registry, name, version)
  if (earlier) return `${version} has #${earlier.number} already.`
  const title = `${name} ${version}`
  const [main, tree] = await Promise.all([commitAt(folder, 'HEAD'), commitAt(folder, 'HEAD^{tree}')])
  const path = `${versionFolder(name, version)}/server.json`
  const { data: made } = await client.rest.git.createTree({
    ...at,
    base_tree: tree,
    tree: [{ path, mode: '100644', type: 'blob', content: text }],
  })
  const commit = { ...at, message: title, tree: made.sha, parents: [main] }
  const head = trackBranch(name, version)
  await pointBranch(registry, head, (await client.rest.git.createCommit(commit)).data.sha)
  const number = await openOwnPull(registry, { head, base, title, body: pullBody(proposal) })
  return `${version} is proposed in #${number}.`
}
