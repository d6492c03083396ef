import { show } from '../../validate/text/show.ts'
import { claimedNamespaces } from '../change/moves.ts'
import { whyNobodys } from '../proofs/whose.ts'
import type { GateRule, Outcome } from '../rule.ts'

/** Security D10: what many people share is nobody's. */
export const NAMESPACE_FORM: GateRule = {
  code: 'R303',
  title: 'Nobody can own this namespace',
  passed: 'The namespace is one that somebody can own.',
  why: 'A namespace tells who stands behind a server. One that many people share, or that names neither a domain nor an account, would tell nothing.',
  fix: 'Use `io.github.` and the name of your GitHub account or organisation, or your own domain from back to front, such as `com.acme` for `acme.com`.',
  example: '`dev.pages/weather`: anybody can have a site below `pages.dev`',
  async check(change, context) {
    const outcomes: Outcome[] = []
    for (const namespace of claimedNamespaces(change)) {
      const reason = await whyNobodys(namespace, context)
      if (reason === undefined) continue
      const path = change.files.find(({ place }) => place?.namespace === namespace)?.path
      const message = `Nobody can own ${show(namespace)}. ${reason}`
      outcomes.push({ status: 'fail', ...(path !== undefined && { path }), message })
    }
    return outcomes
  },
}
