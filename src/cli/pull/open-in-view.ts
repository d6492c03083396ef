import type { ProposalStep, ProposedPull } from '../../publish/github/propose.ts'
import type { PullText } from '../../publish/pull-text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { EXIT } from '../exit.ts'
import { Stop } from '../stop.ts'
import type { World } from '../world.ts'
import { askingGitHub } from './asking-github.ts'
import type { SignedIn } from './sign-in.ts'

/** @throws Stop where nobody said which repository takes the registry's pull requests */
export function repositoryOf({ target }: Pick<World, 'target'>): string {
  if (target.repository) return target.repository
  throw new Stop(
    EXIT.usage,
    `${target.title} does not say which repository its pull requests go to.`,
    'Its maintainers set `repository` in registry.config.json.',
  )
}

/**
 * Opens the pull request, or adds to the one that is open, and tells each step.
 *
 * @throws Stop
 */
export async function openInView(
  text: PullText,
  files: Record<string, string>,
  { octokit }: SignedIn,
  world: World,
): Promise<ProposedPull> {
  const { github, terminal } = world
  terminal.now('talking to GitHub')
  const tell = (step: ProposalStep): void => showStep(step, terminal)
  return askingGitHub(github.propose(octokit, repositoryOf(world), { ...text, files }, tell))
}

function showStep(step: ProposalStep, terminal: Terminal): void {
  if (step.kind === 'fork') {
    terminal.mark('✓', 'fork', step.isNew ? `made ${step.repository}` : step.repository)
  } else if (step.kind === 'commit') {
    terminal.mark('✓', 'commit', `${step.sha.slice(0, 7)} on ${step.branch}`)
  } else {
    terminal.mark('✓', step.isUpdate ? 'updated' : 'opened', step.url)
  }
}
