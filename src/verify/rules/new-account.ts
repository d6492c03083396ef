import { count } from '../../validate/text/count.ts'
import { show } from '../../validate/text/show.ts'
import type { GateRule } from '../rule.ts'

const DAY = 24 * 60 * 60 * 1000

/** Security E5: spam comes from accounts that were made for it. */
export const NEW_ACCOUNT: GateRule = {
  code: 'R503',
  title: 'The account is new',
  passed: 'The account is not new, or is known here.',
  why: 'Most spam comes from accounts that were made the same day. A maintainer looks at what a young account publishes first in a namespace, and not at what follows there.',
  fix: 'There is nothing to do: a maintainer looks at it.',
  example: 'A first publication by an account that is three days old',
  async check({ namespaces }, { publisher, policy, github, ownerOf, offline, now }) {
    if (policy.newAccountDays === 0 || publisher.type === 'Bot') return []
    const owners = await Promise.all(namespaces.map(ownerOf))
    if (owners.length > 0 && owners.every((owner) => owner !== undefined)) return []
    if (offline)
      return [{ status: 'skipped', message: 'The age of the account is not asked without the network.' }]
    const account = await github.account(publisher.login)
    const days = account ? Math.floor((now - account.createdAt) / DAY) : 0
    if (account && days >= policy.newAccountDays) return []
    const age = account ? `is ${count(days, 'day')} old` : 'is not known to GitHub'
    const message = `The account ${show(publisher.login)} ${age}; from ${count(policy.newAccountDays, 'day')} on nobody needs to look.`
    return [{ status: 'hold', message }]
  },
}
