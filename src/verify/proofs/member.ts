import { show } from '../../validate/text/show.ts'
import { accountsOf, isPerson } from './accounts.ts'
import type { Proof } from './proof.ts'

export const MEMBER: Proof = {
  kind: 'member',
  title: 'Membership',
  async attempt(namespace, _change, context) {
    const organization = (await accountsOf(namespace, context))?.present
    if (organization?.type !== 'Organization') return undefined
    const { login } = organization
    const { publisher, github } = context
    if (!isPerson(publisher)) {
      return {
        proved: false,
        saw: 'The pull request was opened by a bot or an App, which can act for others.',
        fix: `Open it yourself, as a public member of ${show(login)}.`,
      }
    }
    if (!(await github.isPublicMember(login, publisher.login))) {
      return {
        proved: false,
        saw: `${show(publisher.login)} is not among the public members of ${show(login)}.`,
        fix: `Make your membership public: in the list of people of ${show(login)}, set yourself from private to public.`,
      }
    }
    return {
      proved: true,
      account: { id: organization.id!, login, type: 'Organization' },
      saw: `${show(publisher.login)} is a public member of ${show(login)}.`,
    }
  },
}
