import { SERVERS } from '../../model/tree-path.ts'
import { show } from '../../validate/text/show.ts'
import type { GateRule } from '../rule.ts'

/** The registry's own code, settings and decisions are never for the gate (security A8, B4). */
export const OTHER_FILES: GateRule = {
  code: 'R124',
  title: 'Files are changed that are no part of a publication',
  passed: 'Only files of a publication are changed.',
  why: 'Publications are merged without a person. Everything else of the repository decides how that is done, so people review it.',
  fix: 'Leave the other files out of this pull request, and open another one for them.',
  example: 'A new server.json together with a change of .github/workflows/verify.yml',
  check(change) {
    if (change.isForPeople) {
      return [
        {
          status: 'hold',
          message: 'This is not a publication, so a maintainer reviews it.',
          fix: 'There is nothing to do: whoever maintains the registry merges it by hand.',
        },
      ]
    }
    return change.files
      .filter(({ path }) => !path.startsWith(`${SERVERS}/`))
      .map(({ path }) => ({ status: 'fail', path, message: `${show(path)} is not part of a publication.` }))
  },
}
