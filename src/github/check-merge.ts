import { RegistryError } from '../model/registry-error.ts'
import { readMergeEffect } from '../verify/change/merge-effect.ts'
import type { Verdict } from '../verify/verdict.ts'
import { commitAt, fetchMain } from './clone.ts'
import { judge, type Bench } from './judge.ts'
import { toPullRequest, type PullAnswer } from './pull.ts'

/**
 * Makes sure that a merge left behind exactly what was judged. Where somebody else's commit came in between, it is judged
 * after the fact against that.
 *
 * @param judged the verdict, and Git's id of the tree that it was about
 * @throws RegistryError R632
 */
export async function checkMerge(
  bench: Bench,
  pull: PullAnswer,
  judged: Verdict & { tree: string },
  commit: string,
): Promise<void> {
  const { number } = toPullRequest(pull)
  const isRight = await isAsJudged(bench, pull, judged, commit).catch((cause: unknown) => {
    throw new RegistryError(
      'R632',
      `The commit \`${commit}\` of #${number} cannot be looked at: ${String(cause)}`,
      {
        fix: 'Nothing more is merged. Run the workflow `merge` again.',
        cause,
      },
    )
  })
  if (isRight) return
  throw new RegistryError('R632', `The commit \`${commit}\` of #${number} is not what was judged.`, {
    fix: 'Nothing more is merged. Look at the commit, and revert it by a pull request if it is wrong.',
  })
}

async function isAsJudged(
  bench: Bench,
  pull: PullAnswer,
  judged: Verdict & { tree: string },
  commit: string,
): Promise<boolean> {
  const { folder } = bench
  const { headSha, defaultBranch } = toPullRequest(pull)
  await fetchMain(folder, defaultBranch)
  const [tree, parent] = await Promise.all([
    commitAt(folder, `${commit}^{tree}`),
    commitAt(folder, `${commit}^1`),
  ])
  if (parent === judged.baseSha) return tree === judged.tree
  const effect = await readMergeEffect(folder, parent, headSha)
  const { decision } = await judge(bench, pull, parent, judged)
  return effect.mergedTree === tree && decision === judged.decision
}
