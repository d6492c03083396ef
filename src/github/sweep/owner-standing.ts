import type { Owner } from '../../catalog/catalog.ts'
import { show } from '../../validate/text/show.ts'
import type { Change } from '../../verify/change/change.ts'
import type { Context } from '../../verify/context.ts'
import { DNS } from '../../verify/proofs/dns.ts'
import { HTTP } from '../../verify/proofs/http.ts'
import type { SweepFinding } from './sweep-report.ts'

/** The code of the rule about ownership: this is the same question, asked again. */
const OWNERSHIP = 'R301'

/**
 * Whether a namespace still belongs to whom it was recorded for: the account has its login, and a domain still says so.
 *
 * @param change the latest version in the namespace, as if it were published now by its owner
 * @throws Unreachable
 */
export async function ownerFindings(
  namespace: string,
  owner: Owner,
  change: Change,
  context: Context,
): Promise<SweepFinding[]> {
  const found = (message: string): SweepFinding[] => [{ code: OWNERSHIP, subject: namespace, message }]
  const { id, login } = owner
  if (id !== undefined && login !== undefined) {
    const account = await context.github.account(login)
    if (!account) return found(`There is no account ${show(login)} any more; it was number ${id}.`)
    if (account.id !== id) {
      return found(
        `The account ${show(login)} is number ${account.id} now; the namespace belongs to number ${id}.`,
      )
    }
  }
  const proof = [DNS, HTTP].find(({ kind }) => kind === owner.proof)
  const attempt = await proof?.attempt(namespace, change, context)
  return attempt?.proved === false ? found(attempt.saw) : []
}
