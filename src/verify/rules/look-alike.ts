import { serverFolder } from '../../model/tree-path.ts'
import { show } from '../../validate/text/show.ts'
import type { Publication } from '../change/change.ts'
import { claimedNamespaces } from '../change/moves.ts'
import type { Context } from '../context.ts'
import { borrowsFrom } from '../judgement/look-alikes.ts'
import { namespaceMatches } from '../judgement/namespace-pattern.ts'
import { skeletonOf, wordsIn } from '../judgement/skeleton.ts'
import type { GateRule, Outcome } from '../rule.ts'

/** Security B7, B8. Namespaces make such names legal; they are misleading all the same, so a person looks. */
export const LOOK_ALIKE: GateRule = {
  code: 'R501',
  title: 'The name looks like another one',
  passed: 'No new name looks like another one.',
  why: 'Look-alike names are how people are tricked into installing something else.',
  fix: 'There is nothing to do: a maintainer looks at it. If it is no look-alike, say why in a comment.',
  example: 'io.github.micros0ft/playwright-mcp  beside  io.github.microsoft/playwright-mcp',
  async check(change, context) {
    const firsts = new Map(change.publications.map((publication) => [publication.name, publication]))
    for (const name of firsts.keys()) {
      if (await context.base.has(serverFolder(name))) firsts.delete(name)
    }
    const own = claimedNamespaces(change)
    const outcomes = await Promise.all([...firsts.values()].map((first) => outcomesFor(first, own, context)))
    return outcomes.flat()
  },
}

async function outcomesFor(
  { file, name, namespace }: Publication,
  own: readonly string[],
  context: Context,
): Promise<Outcome[]> {
  const index = await context.index()
  const server = index.namesLike(name).find((other) => !isTwin(other, name))
  const owner = index.namespacesLike(namespace).find((other) => !isTwin(other, namespace))
  const featured = context.featured.filter((other) => !own.some((mine) => other.startsWith(`${mine}/`)))
  const borrows = borrowsFrom(name, featured)
  const messages = [
    ...(server ? [`${show(name)} looks like ${show(server)}, which is in the registry.`] : []),
    ...(owner && !server
      ? [`The namespace ${show(namespace)} looks like ${show(owner)}, which is in the registry.`]
      : []),
    ...(borrows && borrows !== server
      ? [`${show(name)} is called nearly like ${show(borrows)}, which many people look for.`]
      : []),
    ...keptWords(name, namespace, context).map(
      (word) => `${show(name)} has the word ${show(word)}, which this registry keeps for others.`,
    ),
  ]
  return messages.map((message) => ({ status: 'hold', path: file.path, message }))
}

/** The same name, or one that another rule refuses because it differs in letter case only. */
function isTwin(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** The words of the policy that a name uses without being one of those that may. */
function keptWords(name: string, namespace: string, { policy }: Context): string[] {
  const words = new Set(wordsIn(name))
  return Object.entries(policy.protectedWords)
    .filter(([word]) => words.has(skeletonOf(word)))
    .filter(([, allowed]) => !allowed.some((pattern) => namespaceMatches(namespace, pattern)))
    .map(([word]) => word)
}
