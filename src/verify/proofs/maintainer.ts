import { show } from '../../validate/text/show.ts'
import { identify, isPerson, isSame } from './accounts.ts'
import type { Proof } from './proof.ts'

/** A maintainer settled by hand whose the namespace is, and wrote it into owner.json. */
export const MAINTAINER: Proof = {
  kind: 'maintainer',
  title: 'A maintainer’s decision',
  async attempt(namespace, _change, context) {
    const record = await context.ownerOf(namespace)
    if (record?.proof !== 'maintainer' || record.id === undefined) return undefined
    const { publisher } = context
    const author = await identify(publisher, context)
    const { id, login = '' } = record
    if (isSame({ id, login }, author, context) && isPerson(publisher)) {
      return {
        proved: true,
        account: { id, login: author.login, type: 'User' },
        saw: `A maintainer gave the namespace to ${show(author.login)}.`,
      }
    }
    const owner = `the account ${show(String(id))}`
    return {
      proved: false,
      saw: `A maintainer gave the namespace to ${owner}.`,
      fix: `Open the pull request from ${owner}.`,
    }
  },
}
