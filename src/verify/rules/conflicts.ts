import { show } from '../../validate/text/show.ts'
import { isPublished } from '../change/immutable.ts'
import type { GateRule } from '../rule.ts'

export const CONFLICTS: GateRule = {
  code: 'R120',
  title: 'The branch cannot be merged',
  passed: 'The branch can be merged as it is.',
  why: 'The main branch has changed the same file since. What should remain only you can say.',
  fix: 'Take the main branch into yours (`git pull origin main`) and settle the file, or begin again from the main branch.',
  example: 'Both sides change servers/al/io.github.alice/weather/status.md',
  check(change) {
    if (change.conflicts === 'unrelated') {
      const message = 'The branch has no commit in common with the main branch, so there is nothing to merge.'
      return [
        { status: 'fail', message, fix: 'Begin a new branch from the main branch and add your file there.' },
      ]
    }
    // A version that somebody else has published meanwhile has a rule of its own.
    return change.conflicts
      .filter((path) => !isPublished(path, change))
      .map((path) => ({
        status: 'fail',
        path,
        message: `${show(path)} was changed on the main branch as well, in another way.`,
      }))
  },
}
