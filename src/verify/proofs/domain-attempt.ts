import { show } from '../../validate/text/show.ts'
import type { Change } from '../change/change.ts'
import type { Context } from '../context.ts'
import { identify, isPerson } from './accounts.ts'
import type { DomainRecords } from './domain-records.ts'
import { signatureFault } from './domain-signature.ts'
import type { Attempt } from './proof.ts'
import { keyLabel } from './public-key.ts'
import { unsignedFile } from './unsigned-file.ts'

export interface Place {
  /** Where the records are: a domain or an address, in backticks. */
  where: string
  /** Adds a record there: the start of a sentence that the record ends. */
  add: string
}

/**
 * Judges what a domain says: it names the author, or one of its keys has signed every new version of the change.
 * `undefined` where it says nothing at all.
 *
 * @throws Unreachable
 */
export async function attemptByRecords(
  records: DomainRecords,
  place: Place,
  namespace: string,
  change: Change,
  context: Context,
): Promise<Attempt | undefined> {
  const { keys, accounts, faults } = records
  const { publisher } = context
  const author = await identify(publisher, context)
  const named = accounts.find(({ id }) => id === author.id)
  if (named && isPerson(publisher)) {
    return {
      proved: true,
      account: { id: named.id, login: publisher.login, type: 'User' },
      ...others(accounts.filter(({ id }) => id !== named.id)),
      saw: `${place.where} names the account ${show(publisher.login)}.`,
    }
  }
  if (keys.length > 0) return attemptByKeys(records, place, namespace, change, context)
  const refuse = async (saw: string): Promise<Attempt> => {
    return { proved: false, saw: `${place.where} ${saw}`, fix: await stepTo(place, context) }
  }
  if (named) return refuse('names the author, which is a bot or an App and can act for others.')
  if (accounts.length > 0)
    return refuse(`names ${namesOf(records)}, and not the author, ${show(publisher.login)}.`)
  if (faults.length > 0) return refuse(`has a record that does not count. ${faults[0]}`)
  return undefined
}

/** What has to be published at a place so that it names the author. */
export async function stepTo({ add }: Place, context: Context): Promise<string> {
  const { publisher } = context
  if (!isPerson(publisher)) return `${add} of a key, \`v=MCPv1; k=…; p=…\`, and sign each version with it.`
  const { login, id = '<account id>' } = await identify(publisher, context)
  return `${add} ${show(`v=MCPv1; github=${login}:${id}`)}.`
}

async function attemptByKeys(
  { keys, accounts }: DomainRecords,
  place: Place,
  namespace: string,
  change: Change,
  context: Context,
): Promise<Attempt> {
  const versions = change.publications.filter((publication) => publication.namespace === namespace)
  if (versions.length === 0) {
    const saw = `${place.where} has a key, and without a new version there is nothing that it could have signed.`
    return { proved: false, saw, fix: await stepTo(place, context) }
  }
  const unsigned = unsignedFile(namespace, change)
  if (unsigned !== undefined) return { proved: false, saw: unsigned, fix: await stepTo(place, context) }
  const [fault] = versions.flatMap((version) => signatureFault(version, keys) ?? [])
  if (fault === undefined) {
    const saw = `It is signed with a key that ${place.where} publishes (${keys.map(keyLabel).join(', ')}).`
    return { proved: true, ...others(accounts), saw }
  }
  const sign = `Sign each version with a key that ${place.where} publishes, and put the signature into its \`proof.json\``
  if (!isPerson(context.publisher)) return { proved: false, saw: fault, fix: `${sign}.` }
  const step = await stepTo(place, context)
  return {
    proved: false,
    saw: fault,
    fix: `${sign}. Or do without keys: ${step[0]!.toLowerCase()}${step.slice(1)}`,
  }
}

function namesOf({ accounts }: DomainRecords): string {
  const shown = accounts.slice(0, 5).map(({ login, id }) => show(`${login}:${id}`))
  return shown.join(', ')
}

function others(accounts: DomainRecords['accounts']): { others?: DomainRecords['accounts'] } {
  return accounts.length > 0 ? { others: accounts } : {}
}
