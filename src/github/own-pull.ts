import { statusOf, unless } from './answers.ts'
import type { RegistryRepository } from './registry-repository.ts'

/** Already there (on creation), or not there any more (on removal). */
const DONE_BEFORE = [422]

/** A pull request of the registry's own, from a branch of its own. */
export interface OwnPull {
  head: string
  base: string
  title: string
  /** Markdown. */
  body: string
}

/** Points a branch at a commit. Whatever it held before was an earlier try. */
export async function pointBranch(
  { client, at }: RegistryRepository,
  branch: string,
  sha: string,
): Promise<void> {
  const made = await unless(
    DONE_BEFORE,
    client.rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha }),
  )
  if (!made) await client.rest.git.updateRef({ ...at, ref: `heads/${branch}`, sha, force: true })
}

/** Opens a pull request, or finds the one that is open already. */
export async function openOwnPull({ client, at }: RegistryRepository, pull: OwnPull): Promise<number> {
  const { head, base } = pull
  try {
    return (await client.rest.pulls.create({ ...at, ...pull })).data.number
  } catch (error) {
    if (statusOf(error) !== 422) throw error
    const known = await client.rest.pulls.list({ ...at, state: 'open', head: `${at.owner}:${head}`, base })
    if (!known.data[0]) throw error
    return known.data[0].number
  }
}

/** The branches whose names begin with `prefix`. */
export async function ownBranches({ client, at }: RegistryRepository, prefix: string): Promise<string[]> {
  const { data } = await client.rest.git.listMatchingRefs({ ...at, ref: `heads/${prefix}` })
  return data.map(({ ref }) => ref.replace(/^refs\/heads\//, ''))
}

/** With a branch its pull request is closed. */
export async function removeBranch({ client, at }: RegistryRepository, branch: string): Promise<void> {
  await unless(DONE_BEFORE, client.rest.git.deleteRef({ ...at, ref: `heads/${branch}` }))
}
