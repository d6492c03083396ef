import { show } from '../../validate/text/show.ts'
import { isImmutable } from '../change/immutable.ts'
import type { GateRule } from '../rule.ts'

/** Security B2, B10: a rename is a removal too. */
export const REMOVED_VERSION: GateRule = {
  code: 'R127',
  title: 'A published version is removed',
  passed: 'No published version is removed.',
  why: 'Those who follow the registry would never hear of it, and the name would be free for another content.',
  fix: 'Restore the file. To withdraw a version, add a `status.md` with `status: deleted` beside its server.json.',
  example: 'D servers/al/io.github.alice/weather/1.0.0/server.json',
  check: ({ files }) =>
    files
      .filter((file) => file.status === 'removed' && isImmutable(file))
      .map(({ path }) => ({
        status: 'fail',
        path,
        message: `${show(path)} is published and would be gone.`,
      })),
}
