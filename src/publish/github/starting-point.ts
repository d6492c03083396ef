import { unless } from '../../github/answers.ts'
import type { Ask } from './ask.ts'
import type { Files } from './commit.ts'
import { refusal } from './refusal.ts'
import type { Registry } from './registry.ts'
import { headOf, type Workplace } from './workplace.ts'

export interface StartingPoint {
  commit: string
  /** The repository that the branch is made in has the commit already. */
  isOld: boolean
}

/**
 * The commit that the branch is cut from: of whatever the fork has, the newest that the registry has too. The fork is
 * never brought up to date: where the registry has changed its workflows since, GitHub refuses that to a token without
 * the scope `workflow`, and a new file merges from anywhere. Only what changes a file that is there already starts from
 * the registry's present state, or it would conflict.
 *
 * @throws RegistryError R644, R645
 */
export async function startingPoint(
  ask: Ask,
  registry: Registry,
  workplace: Workplace,
  files: Files,
): Promise<StartingPoint> {
  if (!(await changesPresentFiles(ask, registry, files))) {
    const head = await headOf(ask, workplace)
    return {
      commit: workplace.isRegistry ? head : await sharedCommit(ask, registry, workplace, head),
      isOld: true,
    }
  }
  // A fork that is empty yet would refuse the commit.
  await headOf(ask, workplace)
  const commit = await headOf(ask, { ...registry, isRegistry: true, isNew: false })
  return { commit, isOld: workplace.isRegistry }
}

async function changesPresentFiles(ask: Ask, { at, fullName }: Registry, files: Files): Promise<boolean> {
  const present = await Promise.all(
    Object.entries(files).map(async ([path, text]) => {
      const route = 'GET /repos/{owner}/{repo}/contents/{path}'
      const answer = await unless([404], ask(route, { ...at, path }))
      const content = answer && 'content' in answer.data ? answer.data.content : undefined
      const now = content === undefined ? null : Buffer.from(content, 'base64').toString('utf8')
      return { isThere: answer !== undefined, isSame: now === text }
    }),
  )
  if (present.every(({ isSame }) => isSame)) {
    const fix = 'There is nothing to do.'
    throw refusal('R645', `The registry ${fullName} has exactly this already.`, fix)
  }
  return present.some(({ isThere }) => isThere)
}

/** Commits that the fork has and the registry has not would become part of the pull request. */
async function sharedCommit(
  ask: Ask,
  { at, defaultBranch }: Registry,
  fork: Workplace,
  head: string,
): Promise<string> {
  const route = 'GET /repos/{owner}/{repo}/compare/{basehead}'
  const basehead = `${defaultBranch}...${fork.at.owner}:${fork.defaultBranch}`
  const options = { ...at, basehead, per_page: 1 }
  // Of a fork that it is still filling, and over long distances, GitHub can be unable to tell. Few forks have commits of
  // their own.
  const answer = await unless([404, 500, 502, 503, 504], ask(route, options))
  return answer?.data.merge_base_commit.sha ?? head
}
