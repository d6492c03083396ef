import { show } from '../../validate/text/show.ts'
import { accountsOf, identify, isPerson, isSame, listed } from './accounts.ts'
import type { Proof } from './proof.ts'

/** Whom owner.json names still owns the namespace after a change of login (security D1). */
export const AUTHOR: Proof = {
  kind: 'author',
  title: 'Author',
  async attempt(namespace, _change, context) {
    const found = await accountsOf(namespace, context)
    if (!found) return undefined
    const accounts = listed(found)
    if (accounts.length === 0) {
      return {
        proved: false,
        saw: `GitHub has no account for ${show(namespace)}.`,
        fix: 'Correct the namespace: it ends in the name of your account or organisation.',
      }
    }
    const people = accounts.filter(({ type }) => type !== 'Organization')
    if (people.length === 0) return undefined
    const { publisher } = context
    const author = await identify(publisher, context)
    const own = people.find((account) => isSame(account, author, context))
    const wanted = show(people[0]!.login)
    const open = `Open the pull request yourself, from the account ${wanted}.`
    if (!own) {
      const saw = `The pull request comes from ${show(author.login)}, and not from ${wanted}.`
      return { proved: false, saw, fix: open }
    }
    if (!isPerson(publisher)) {
      return {
        proved: false,
        saw: 'The pull request was opened by a bot or an App, which can act for others.',
        fix: open,
      }
    }
    const id = own.id ?? author.id
    return {
      proved: true,
      account: { ...(id !== undefined && { id }), login: author.login, type: 'User' },
      saw: `The pull request comes from the account ${show(author.login)} itself.`,
    }
  },
}
