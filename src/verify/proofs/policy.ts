import type { NamespacePolicy, Policy } from '../../catalog/policy.ts'
import { show } from '../../validate/text/show.ts'
import type { Context } from '../context.ts'
import { namespaceMatches } from '../judgement/namespace-pattern.ts'
import { identify, isPerson } from './accounts.ts'
import type { Proof } from './proof.ts'

/** What the operator decided about a namespace: the first pattern that fits. */
export function policyFor(namespace: string, { namespaces }: Policy): NamespacePolicy | undefined {
  return namespaces.find(({ pattern }) => namespaceMatches(namespace, pattern))
}

/** Whether the operator says who owns a namespace, whatever its form. */
export function isAssigned(namespace: string, policy: Policy): boolean {
  const { accounts = [], teams = [] } = policyFor(namespace, policy) ?? {}
  return accounts.length + teams.length > 0
}

export const POLICY: Proof = {
  kind: 'policy',
  title: 'Settings of this registry',
  async attempt(namespace, _change, context) {
    const { publisher, policy } = context
    if (!isAssigned(namespace, policy)) return undefined
    const { accounts = [], teams = [] } = policyFor(namespace, policy)!
    const { login, id } = await identify(publisher, context)
    // A bot is believed where the operator names that very bot.
    if (id !== undefined && accounts.includes(id) && (publisher.type === 'Bot' || isPerson(publisher))) {
      return { proved: true, saw: `The settings of this registry name the account ${show(login)}.` }
    }
    const team = await teamOf(login, teams, context)
    if (team !== undefined) return { proved: true, saw: `${show(login)} is in the team ${show(team)}.` }
    const who = id === undefined ? show(login) : `the account ${show(String(id))} (${show(login)})`
    return {
      proved: false,
      saw: `The settings of this registry give ${show(namespace)} to others.`,
      fix: `Ask the operator of the registry to add ${who} to them.`,
    }
  },
}

/** The first of the teams that has the login in it. Bots are in no teams, and offline nobody knows. */
async function teamOf(
  login: string,
  teams: readonly string[],
  { publisher, github, offline }: Context,
): Promise<string | undefined> {
  if (!isPerson(publisher) || offline) return undefined
  for (const path of teams) {
    const [organization = '', team = ''] = path.split('/')
    if (await github.isTeamMember(organization, team, login)) return path
  }
  return undefined
}
