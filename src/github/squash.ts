import { statusOf } from './answers.ts'
import type { CommitMessage } from './commit-message.ts'
import { readPull, toPullRequest } from './pull.ts'
import type { RegistryRepository } from './registry-repository.ts'

/**
 * How a merge ended. `refused`: GitHub did not want to, and nothing happened. `unsure`: it may have happened, GitHub did
 * not say.
 */
export type Squashed = { commit: string } | { refused: string } | { unsure: string }

/** The head is another one by now, or cannot be merged. */
const REFUSED = [405, 409]

/** Merges exactly the given commit of a pull request, with a message of our own (security C1). */
export async function squash(
  registry: RegistryRepository,
  number: number,
  headSha: string,
  { title, body }: CommitMessage,
): Promise<Squashed> {
  const { client, at } = registry
  try {
    const { data } = await client.rest.pulls.merge({
      ...at,
      pull_number: number,
      sha: headSha,
      merge_method: 'squash',
      commit_title: title,
      commit_message: body,
    })
    return { commit: data.sha }
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined) throw error
    const reason = `${status} ${(error as Error).message.split('\n', 1)[0]!}`
    // The answer to a merge that did happen can get lost on its way.
    const pull = await readPull(registry, number).catch(() => 'unknown' as const)
    if (pull === 'unknown') return { unsure: reason }
    const now = pull && toPullRequest(pull)
    if (now?.mergeCommit && now.headSha === headSha) return { commit: now.mergeCommit }
    if (REFUSED.includes(status)) return { refused: reason }
    throw error
  }
}
