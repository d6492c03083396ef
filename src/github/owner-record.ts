import { RegistryError } from '../model/registry-error.ts'
import { namespaceFolder } from '../model/tree-path.ts'
import type { NamespaceOwner } from '../verify/verdict.ts'
import { statusOf, unless } from './answers.ts'
import { commitAt, fetchMain } from './clone.ts'
import { ownerTitle } from './commit-message.ts'
import { OWNER_BRANCHES, ownerBranch } from './owner-branch.ts'
import type { RegistryRepository } from './registry-repository.ts'
import { squash } from './squash.ts'
import { writeOtherCheck } from './write-check.ts'

/** Already there (on creation), or not there any more (on removal). */
const DONE_BEFORE = [422]

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
  const number = await openPull(registry, head, branch, title)
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
export async function removeOwnerBranches({ client, at }: RegistryRepository): Promise<void> {
  const { data } = await client.rest.git.listMatchingRefs({ ...at, ref: `heads/${OWNER_BRANCHES}` })
  for (const { ref } of data) {
    await unless(DONE_BEFORE, client.rest.git.deleteRef({ ...at, ref: ref.replace(/^refs\//, '') }))
  }
}

/** Whatever the branch held before was an earlier try. */
async function pointBranch({ client, at }: RegistryRepository, branch: string, sha: string): Promise<void> {
  const made = await unless(
    DONE_BEFORE,
    client.rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha }),
  )
  if (!made) await client.rest.git.updateRef({ ...at, ref: `heads/${branch}`, sha, force: true })
}

async function openPull(
  { client, at }: RegistryRepository,
  head: string,
  base: string,
  title: string,
): Promise<number> {
  const body = 'Opened and merged by the registry itself: nobody can push to the main branch.'
  try {
    return (await client.rest.pulls.create({ ...at, head, base, title, body })).data.number
  } catch (error) {
    if (statusOf(error) !== 422) throw error
    const known = await client.rest.pulls.list({ ...at, state: 'open', head: `${at.owner}:${head}`, base })
    if (!known.data[0]) throw error
    return known.data[0].number
  }
}
