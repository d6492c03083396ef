import { show } from '../../validate/text/show.ts'
import type { Change } from '../change/change.ts'
import type { Context } from '../context.ts'
import type { HeadRepository } from '../publisher.ts'
import { accountsOf, identify, isSame, listed } from './accounts.ts'
import type { Attempt, Proof } from './proof.ts'

/**
 * Whoever pushes to a repository of an account may write there, so bots count as well. Not in the registry's own
 * repository, where its bots keep what strangers filled into forms (security A11).
 */
export const REPOSITORY: Proof = {
  kind: 'repository',
  title: 'Fork',
  async attempt(namespace, change, context) {
    const found = await accountsOf(namespace, context)
    const accounts = found && listed(found)
    if (!accounts || accounts.length === 0) return undefined
    const login = show((found.present ?? found.recorded)!.login)
    const refuse = (saw: string): Attempt => ({
      proved: false,
      saw,
      fix: `Fork the registry into ${login}, push the branch there, and open the pull request from it.`,
    })
    const head = context.publisher.headRepository
    if (!head) return refuse('The fork that the pull request came from is gone.')
    const owner = await identify(head.owner, context)
    if (!accounts.some((account) => isSame(account, owner, context))) {
      return refuse(`The branch is in ${show(head.fullName)}.`)
    }
    if (head.isRegistry) return refuse('The branch is in the registry itself.')
    if (!head.isForkOfRegistry) return refuse(`${show(head.fullName)} is not a fork of this registry.`)
    const doubt = await branchDoubt(head, change, context)
    if (doubt !== undefined) return { proved: false, saw: doubt, fix: 'Push to the branch again.' }
    return {
      proved: true,
      account: owner,
      saw: `The branch is in ${show(head.fullName)}, which ${show(owner.login)} owns.`,
    }
  },
}

/** The commit may have been pushed to another repository of the network: only the branch says where (security D5). */
async function branchDoubt(
  { fullName, branch }: HeadRepository,
  { headSha }: Change,
  { github, offline }: Context,
): Promise<string | undefined> {
  if (offline) return undefined
  const commit = await github.branchHead(fullName, branch)
  if (commit === headSha) return undefined
  const now = commit === undefined ? 'is gone' : `points at \`${commit.slice(0, 7)}\` now`
  return `The branch ${show(branch)} of ${show(fullName)} ${now}, and not at \`${headSha.slice(0, 7)}\`.`
}
