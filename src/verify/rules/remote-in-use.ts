import { namespaceOf } from '../../model/server-name.ts'
import { placesIn } from '../../catalog/json-file.ts'
import { show } from '../../validate/text/show.ts'
import type { Change, Publication } from '../change/change.ts'
import { claimedNamespaces } from '../change/moves.ts'
import type { Context } from '../context.ts'
import type { GateRule, Outcome } from '../rule.ts'
import { statusOf } from '../standing/statements-at.ts'

/** Official rule G01; servers of the same owner may share a remote (deviation `shared-remotes`). */
export const REMOTE_IN_USE: GateRule = {
  code: 'R505',
  title: 'A remote belongs to a server of somebody else',
  passed: 'No remote is in use by a server of somebody else.',
  why: 'One address is one server. Two entries of different owners for it mean that one of them is not what it says.',
  fix: 'Use an address of your own. If it is yours, delete the other entry, or move it: `movedTo` in its `status.md`, in this pull request.',
  example: '{"remotes": [{"type": "streamable-http", "url": "https://mcp.example.com/mcp"}]}',
  async check(change, context) {
    const outcomes = await Promise.all(
      change.publications.map((publication) => outcomesFor(publication, change, context)),
    )
    return outcomes.flat()
  },
}

async function outcomesFor(publication: Publication, change: Change, context: Context): Promise<Outcome[]> {
  const { file, name, validation } = publication
  const remotes = validation.document?.remotes ?? []
  if (remotes.length === 0) return []
  const own = new Set(claimedNamespaces(change))
  const registry = await context.index()
  const outcomes: Outcome[] = []
  for (const [index, { url }] of remotes.entries()) {
    const other = url === undefined ? undefined : await livingUser(registry.usersOf(url), own, context)
    if (!other) continue
    const { line } = placesIn(file.bytes.toString('utf8'))(['remotes', index, 'url'])
    const message = `The remote ${show(url)} of ${show(name)} is in use by ${show(other)}.`
    outcomes.push({ status: 'fail', path: file.path, line, message })
  }
  return outcomes
}

/** The first server of another namespace with a version that is not deleted. */
async function livingUser(
  users: readonly { name: string; version: string }[],
  own: ReadonlySet<string>,
  { base }: Context,
): Promise<string | undefined> {
  for (const { name, version } of users) {
    if (own.has(namespaceOf(name))) continue
    if ((await statusOf(base, name, version)) !== 'deleted') return name
  }
  return undefined
}
