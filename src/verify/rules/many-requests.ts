import { show } from '../../validate/text/show.ts'
import { RELEASE } from '../proofs/release.ts'
import type { GateRule } from '../rule.ts'

/** Security E5: a flood of requests must not keep others waiting. */
export const MANY_REQUESTS: GateRule = {
  code: 'R504',
  title: 'The account has many open pull requests',
  passed: 'The account has few open pull requests.',
  why: 'Each pull request is checked by machines that all publishers share.',
  fix: 'Wait until the others are merged, or close those that you do not need. Several versions fit into one pull request.',
  example: 'The sixth open pull request of one account',
  async check(_change, { publisher, policy, github, offline }) {
    // The registry proposes releases itself, and has a limit of its own for them.
    if (policy.openPullRequests === 0 || RELEASE.concerns?.(publisher)) return []
    if (offline)
      return [{ status: 'skipped', message: 'Open pull requests are not counted without the network.' }]
    const open = await github.openPullRequests(publisher.login)
    if (open <= policy.openPullRequests) return []
    const message = `${show(publisher.login)} has ${open} open pull requests; above ${policy.openPullRequests} a maintainer looks first.`
    return [{ status: 'hold', message }]
  },
}
