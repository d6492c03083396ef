import { show } from '../../validate/text/show.ts'
import type { Change } from '../change/change.ts'
import type { Context } from '../context.ts'
import { covers } from '../earlier.ts'
import { Unreachable } from '../net/unreachable.ts'
import { DNS } from './dns.ts'
import { HTTP } from './http.ts'
import type { Attempt } from './proof.ts'

/**
 * Whether a domain still names the account that a release comes from: the domain may have another holder since it was
 * recorded, or the account may have left (security C7, D9). What a maintainer settled, and what is no domain, is not asked.
 * When a pull request is merged, what was seen when it was checked counts, as for every domain.
 *
 * @returns why it does not; `undefined` where it does
 * @throws Unreachable
 */
export async function domainFault(
  namespace: string,
  account: { id: number; login: string },
  change: Change,
  context: Context,
): Promise<Attempt | undefined> {
  const record = await context.ownerOf(namespace)
  const domain = [DNS, HTTP].find(({ kind }) => kind === record?.proof)
  if (!domain) return undefined
  const { earlier } = context
  if (earlier) {
    const shown = earlier.owners?.find((owned) => owned.namespace === namespace)?.shown
    const wasSeen = shown?.proof === 'release' && shown.account?.id === account.id && covers(earlier, change)
    if (wasSeen) return undefined
    throw new Unreachable('The domain was not asked when the pull request was checked, and is not asked now.')
  }
  const asOwner = { ...context, publisher: { ...account, type: 'User' as const } }
  const attempt = await domain.attempt(namespace, change, asOwner)
  if (attempt?.proved && attempt.account?.id === account.id) return undefined
  const saw = `The domain does not name the owner of the repository, the account ${show(account.login)}.`
  const fix = attempt?.proved === false ? attempt.fix : 'Publish the version by hand.'
  return { proved: false, saw, fix }
}
