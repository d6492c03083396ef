import { parseSound } from '../../catalog/json-file.ts'
import { show, showList } from '../../validate/text/show.ts'
import { accountsOf, identify, isPerson } from './accounts.ts'
import type { Attempt, Proof } from './proof.ts'

const FILE = 'mcp-registry.json'
const MAX_BYTES = 64 * 1024

/** For organisations that forbid forks and keep their members to themselves (security D3). */
export const CLAIM: Proof = {
  kind: 'claim',
  title: 'Claim file',
  async attempt(namespace, _change, context) {
    const account = (await accountsOf(namespace, context))?.present
    if (!account?.type) return undefined
    const { publisher, github } = context
    const { login, id } = await identify(publisher, context)
    const repository = `${account.login}/.github`
    const where = `${show(FILE)} in ${show(repository)}`
    const refuse = (saw: string, fix: string): Attempt => ({ proved: false, saw, fix })
    if (!isPerson(publisher)) {
      const saw = 'The pull request was opened by a bot or an App, which can act for others.'
      return refuse(saw, `Open it yourself, and add your account to ${where}.`)
    }
    if (id === undefined) return refuse(`GitHub has no account ${show(login)}.`, 'Correct your login.')
    const whole = `It holds \`{"publishers": [${id}]}\`.`
    const bytes = await github.file(repository, FILE, MAX_BYTES)
    if (!bytes) {
      const saw = `There is no public ${where}, or it is larger than ${MAX_BYTES / 1024} KiB.`
      return refuse(saw, `Add the file to its default branch. ${whole}`)
    }
    const publishers = readPublishers(bytes)
    if (!publishers) {
      return refuse(`${where} is not a list of account ids.`, `Correct it: ${whole.replace('It', 'it')}`)
    }
    if (!publishers.includes(id)) {
      const named = publishers.length > 0 ? showList(publishers.slice(0, 5).map(String), 'and') : 'nobody'
      const saw = `${where} names ${named}, and not ${show(String(id))}, which is ${show(login)}.`
      return refuse(saw, `Add ${show(String(id))} to its \`publishers\`.`)
    }
    return {
      proved: true,
      account: { id: account.id!, login: account.login, type: account.type },
      saw: `${where} names the account ${show(login)}.`,
    }
  },
}

function readPublishers(bytes: Buffer): number[] | undefined {
  const claim = parseSound(bytes)
  if (typeof claim !== 'object' || claim === null || !('publishers' in claim)) return undefined
  const { publishers } = claim
  const isList = Array.isArray(publishers) && publishers.every((id) => Number.isSafeInteger(id) && id > 0)
  return isList ? (publishers as number[]) : undefined
}
