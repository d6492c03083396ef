import type { ProposedPull } from '../../publish/github/propose.ts'
import type { PullProgress } from '../../publish/github/read-progress.ts'
import { EXIT, type Exit } from '../exit.ts'
import type { World } from '../world.ts'
import { askingGitHub } from './asking-github.ts'
import { repositoryOf } from './open-in-view.ts'
import { showProgress } from './show-progress.ts'
import type { SignedIn } from './sign-in.ts'

export interface Watched {
  exit: Exit
  /** The last that was seen; absent where Ctrl-C came first. */
  progress?: PullProgress
}

/**
 * Follows a pull request until it is live, nothing more happens by itself, or the person has seen enough. Ctrl-C leaves
 * the pull request as it is.
 *
 * @param again what shows the rest later: `mcp-git status io.github.acme/weather`
 * @throws Stop where GitHub does not answer
 */
export async function watch(
  { number, url, headSha }: ProposedPull,
  { octokit }: SignedIn,
  world: World,
  again: string,
): Promise<Watched> {
  const { github, terminal, target } = world
  const shown = new Set<string>()
  const progress = await world.interruptible((signal) => askingGitHub(last(signal)))
  const isMerged = progress?.state === 'merged'
  if (!isMerged) {
    terminal.say(`The pull request is ${progress?.state ?? 'open'}: ${url}`)
    terminal.say(`Look at it again: ${again}`)
  } else if (!progress.live) {
    terminal.say('It is merged, and the registry shows it as soon as it is built.')
  }
  return { exit: isMerged ? EXIT.done : EXIT.open, ...(progress && { progress }) }

  async function last(signal: AbortSignal): Promise<PullProgress | undefined> {
    let seen: PullProgress | undefined
    const options = { signal, headSha, fetch: world.fetch }
    for await (seen of github.follow(octokit, repositoryOf(world), number, target.url, options)) {
      showProgress(seen, shown, terminal)
    }
    return seen
  }
}
