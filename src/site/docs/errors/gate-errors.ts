import type { ErrorTexts } from './error-texts.ts'

/** What the workflows of the gate say in their logs. None of it is about what a publisher has done. */
export const GATE_ERRORS: readonly ErrorTexts[] = [
  {
    code: 'R631',
    title: 'GitHub tells of a pull request without a usable commit',
    why: 'What is no commit id is never given to Git.',
    fix: 'There is nothing to do: the pull request is looked at again within a quarter of an hour.',
    example: 'The head of pull request #12 is no commit id: `null`.',
  },
  {
    code: 'R632',
    title: 'The main branch is not what was judged',
    why: 'After a merge the tree is compared with the one that was judged. Where they differ, something else has written to the branch, and nothing more is merged.',
    fix: 'Look at the commit that the message names. If it is wrong, revert it by a pull request; then run `merge` by hand.',
    example: 'The commit `8f3c…` of #123 is not what was judged.',
  },
  {
    code: 'R633',
    title: 'What one job hands to the next cannot be used',
    why: 'The job that meets hostile data hands over findings in a fixed form. Anything else is not believed.',
    fix: 'Run the workflow again. If it stays, read the log of the first job.',
    example: 'The file of verdicts cannot be used.',
  },
  {
    code: 'R634',
    title: 'GitHub refuses a merge of the registry itself',
    why: 'The owner of a namespace could not be recorded, or a publication not be merged, because a setting of the repository forbids it.',
    fix: 'Look whether Actions may create pull requests, and whether the ruleset was changed..',
    example: 'GitHub answers 405 when `owner.json` is to be merged',
  },
]
