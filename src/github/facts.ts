import type { GitHubAccount, GitHubFacts } from '../verify/github-facts.ts'
import { Unreachable } from '../verify/net/unreachable.ts'
import { lookUp } from './answers.ts'
import type { GitHubClient } from './octokit.ts'
import { ownerType } from './pull.ts'

/** A renamed account or repository answers with a redirect. Whoever has the new name is somebody else (security D2). */
const HERE_ONLY = { request: { redirect: 'manual' as const } }

/**
 * Asks GitHub, each question once.
 *
 * @param registry the registry's repository as `owner/name`
 */
export function gitHubFacts(client: GitHubClient, registry: string): GitHubFacts {
  const answers = new Map<string, Promise<unknown>>()

  /** No answer is not remembered: the next pull request may have more luck. */
  function once<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const known = answers.get(question)
    if (known) return known as Promise<T>
    const answer = ask()
    answers.set(question, answer)
    answer.catch(() => answers.delete(question))
    return answer
  }

  async function ask<T>(what: string, answer: Promise<{ status: number; data: T }>): Promise<T | undefined> {
    const found = await lookUp(what, answer)
    return found && found.status < 300 ? found.data : undefined
  }

  const publicRepository = (repository: string) =>
    once(`repository ${repository}`, async () => {
      const request = client.rest.repos.get({ ...split(repository), ...HERE_ONLY })
      const found = await ask(`the repository \`${repository}\``, request)
      return found && !found.private ? found : undefined
    })

  return {
    account: (login) =>
      once(`account ${login}`, async () => {
        const request = client.rest.users.getByUsername({ username: login, ...HERE_ONLY })
        const user = await ask(`the account \`${login}\``, request)
        return user && toAccount(user)
      }),

    isPublicMember: (org, username) =>
      once(`member ${org} ${username}`, async () => {
        const request = client.rest.orgs.checkPublicMembershipForUser({ org, username, ...HERE_ONLY })
        const answer = await lookUp(`the public members of \`${org}\``, request)
        return (answer?.status as number | undefined) === 204
      }),

    isTeamMember: (org, team_slug, username) =>
      once(`team ${org} ${team_slug} ${username}`, async () => {
        const where = { org, team_slug, username, ...HERE_ONLY }
        const request = client.rest.teams.getMembershipForUserInOrg(where)
        return (await ask(`the team \`${org}/${team_slug}\``, request))?.state === 'active'
      }),

    branchHead: (repository, branch) =>
      once(`branch ${repository} ${branch}`, async () => {
        const where = { ...split(repository), ref: `heads/${branch}`, ...HERE_ONLY }
        const reference = await ask(
          `the branch \`${branch}\` of \`${repository}\``,
          client.rest.git.getRef(where),
        )
        return reference?.object.sha
      }),

    file: (repository, path, maxBytes) =>
      once(`file ${repository} ${path} ${maxBytes}`, async () => {
        const request = client.rest.repos.getContent({ ...split(repository), path, ...HERE_ONLY })
        const content = await ask(`the file \`${path}\` of \`${repository}\``, request)
        if (!content || Array.isArray(content) || content.type !== 'file' || !('content' in content)) {
          return undefined
        }
        return content.size > maxBytes ? undefined : Buffer.from(content.content, 'base64')
      }),

    defaultBranch: async (repository) => (await publicRepository(repository))?.default_branch,

    async repositoryOwner(repository) {
      const owner = (await publicRepository(repository))?.owner
      return owner && { id: owner.id, login: owner.login, type: ownerType(owner.type) }
    },

    tagCommit: (repository, tag) =>
      once(`tag ${repository} ${tag}`, async () => {
        const at = split(repository)
        const what = `the tag \`${tag}\` of \`${repository}\``
        const request = client.rest.git.getRef({ ...at, ref: `tags/${tag}`, ...HERE_ONLY })
        const target = (await ask(what, request))?.object
        if (target?.type !== 'tag') return target?.type === 'commit' ? target.sha : undefined
        // An annotated tag is an object of its own.
        const annotated = client.rest.git.getTag({ ...at, tag_sha: target.sha, ...HERE_ONLY })
        const object = (await ask(what, annotated))?.object
        return object?.type === 'commit' ? object.sha : undefined
      }),

    fileAt: (repository, commit, path, maxBytes) =>
      once(`file at ${commit} ${repository} ${path} ${maxBytes}`, async () => {
        const where = { ...split(repository), path, ref: commit, ...HERE_ONLY }
        const content = await ask(
          `the file \`${path}\` of \`${repository}\``,
          client.rest.repos.getContent(where),
        )
        if (!content || Array.isArray(content) || content.type !== 'file' || !('content' in content)) {
          return undefined
        }
        return content.size > maxBytes ? 'large' : Buffer.from(content.content, 'base64')
      }),

    async openPullRequests(login) {
      const authors = await once('pull requests', async () => {
        const options = { ...split(registry), state: 'open' as const, per_page: 100 }
        const pulls = await lookUp('the open pull requests', client.paginate(client.rest.pulls.list, options))
        return (pulls ?? []).map(({ user }) => user?.login.toLowerCase())
      })
      return authors.filter((author) => author === login.toLowerCase()).length
    },
  }
}

function toAccount(user: { id: number; login: string; type: string; created_at: string }): GitHubAccount {
  const { id, login, type, created_at } = user
  if (type !== 'User' && type !== 'Organization' && type !== 'Bot') {
    throw new Unreachable(`GitHub calls the account \`${login}\` a \`${type}\`, which we do not know.`)
  }
  return { id, login, type, createdAt: Date.parse(created_at) }
}

function split(repository: string): { owner: string; repo: string } {
  const slash = repository.indexOf('/')
  return { owner: repository.slice(0, slash), repo: repository.slice(slash + 1) }
}
