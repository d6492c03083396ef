import { RegistryError } from '../model/registry-error.ts'
import { namespaceFolder } from '../model/tree-path.ts'
import type { NamespaceOwner } from '../verify/verdict.ts'
import { commitAt, fetchMain } from './clone.ts'
import { ownerTitle } from './commit-message.ts'
import { openOwnPull, ownBranches, pointBranch, removeBranch } from './own-pull.ts'
import { OWNER_BRANCHES, ownerBranch } from './owner-branch.ts'
import type { RegistryRepository } from './registry-repository.ts'
import { squash } from './squash.ts'
import { writeOtherCheck } from './write-check.ts'

const BODY = 'Opened and merged by the registry itself: nobody can push to the main branch.'

/**
 * Writes the owner.json of a namespace to the main branch. Nobody may push there, so the registry opens a pull request
 * of its own and merges it. Each step finds what an earlier run has left half-done, and goes on from there.
 *
 * @param folder a folder in the clone
 * @param branch the main branch
 * @throws RegistryError R634 where GitHub refuses the merge
 */
export async function recordOwner(
  registry: RegistryRepository,
  folder: string,
  branch: string,
  { namespace, owner }: NamespaceOwner,
): Promise<void> {
  const { client, at } = registry
  const main = await fetchMain(folder, branch)
  const title = `Record the owner of ${namespace}`
  const { data: tree } = await client.rest.git.createTree({
    ...at,
    base_tree: await commitAt(folder, `${main}^{tree}`),
    tree: [
      {
        path: `${namespaceFolder(namespace)}/owner.json`,
        mode: '100644',
        type: 'blob',
        content: `${JSON.stringify(owner, null, 2)}\n`,
      },
    ],
  })
  const commit = { ...at, message: title, tree: tree.sha, parents: [main] }
  const headSha = (await client.rest.git.createCommit(commit)).data.sha
  const head = ownerBranch(namespace)
  await pointBranch(registry, head, headSha)
  const number = await openOwnPull(registry, { head, base: branch, title, body: BODY })
  const summary = `Made by the registry: \`${namespace}\` has an owner from now on.`
  await writeOtherCheck(registry, { number, headSha }, 'success', {
    title: 'The registry records an owner',
    summary,
  })
  const message = { title: ownerTitle(namespace, number), body: `Registry-Pull-Request: ${number}` }
  const merge = await squash(registry, number, headSha, message)
  if (!('commit' in merge)) {
    const reason = 'refused' in merge ? merge.refused : merge.unsure
    throw new RegistryError(
      'R634',
      `The owner of ${namespace} could not be recorded by #${number}: ${reason}.`,
      {
        fix: 'Check that the ruleset of the main branch lets the registry merge; the next run goes on from here.',
      },
    )
  }
  await checkRecord(folder, branch, merge.commit, { parent: main, tree: tree.sha })
}

/** Where somebody else's commit came in between, the namespace is judged again on top of it anyway. */
async function checkRecord(
  folder: string,
  branch: string,
  commit: string,
  made: { parent: string; tree: string },
): Promise<void> {
  await fetchMain(folder, branch)
  const [parent, tree] = await Promise.all([
    commitAt(folder, `${commit}^1`),
    commitAt(folder, `${commit}^{tree}`),
  ])
  if (parent !== made.parent || tree === made.tree) return
  throw new RegistryError(
    'R632',
    `The commit \`${commit}\` with an owner.json is not what the registry made.`,
    {
      fix: 'Nothing more is merged. Look at the commit, and revert it by a pull request if it is wrong.',
    },
  )
}

/**
 * Removes the branches on which owners were recorded, and those that a run which broke off has left: whoever needs one
 * makes it anew. With a branch its pull request is closed.
 */
export async function removeOwnerBranches(registry: RegistryRepository): Promise<void> {
  for (const branch of await ownBranches(registry, OWNER_BRANCHES)) await removeBranch(registry, branch)
}
