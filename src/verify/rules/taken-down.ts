import { show } from '../../validate/text/show.ts'
import type { Publication } from '../change/change.ts'
import type { Context } from '../context.ts'
import type { GateRule, Outcome } from '../rule.ts'
import { moderationOf } from '../standing/statements-at.ts'

/** Tombstones (security B10): what maintainers took down does not come back by a pull request. */
export const TAKEN_DOWN: GateRule = {
  code: 'R304',
  title: 'Maintainers have taken this down',
  passed: 'Nothing here was taken down by maintainers.',
  why: 'A decision of the maintainers about a version, a server or a namespace stands until they take it back.',
  fix: 'If you think that the decision is wrong, say so in an issue.',
  example: 'A new version of a server whose moderation.md says `status: deleted`',
  async check({ publications }, context) {
    const outcomes = await Promise.all(publications.map((publication) => outcomeFor(publication, context)))
    return outcomes.filter((outcome) => outcome !== undefined)
  },
}

async function outcomeFor(
  { file, namespace, name, version }: Publication,
  { base }: Context,
): Promise<Outcome | undefined> {
  const standing = await moderationOf(base, namespace, name, version)
  if (standing?.moderation.status !== 'deleted') return undefined
  const { reason, message, case: publicCase } = standing.moderation
  const said = [reason, message].filter(Boolean).join(': ')
  return {
    status: 'fail',
    path: file.path,
    message: `Maintainers have taken down ${show(subjectOf(standing.path, namespace, name, version))} (${show(said)}).`,
    ...(publicCase && {
      fix: `Read the case, and answer there if you think that it is wrong: ${publicCase}`,
    }),
  }
}

function subjectOf(path: string, namespace: string, name: string, version: string): string {
  const depth = path.split('/').length
  return depth === 4 ? namespace : depth === 5 ? name : `${name} ${version}`
}
