import { show } from '../../validate/text/show.ts'
import type { GateRule } from '../rule.ts'

const WRITERS: Record<string, string> = {
  owner: 'the registry itself, when a namespace is first published to',
  moderation: 'a maintainer of the registry',
  upstream: 'the registry’s own mirroring',
}

/** Security B1: who owns what is never taken from a pull request. */
export const REGISTRY_FILES: GateRule = {
  code: 'R128',
  title: 'A file is changed that only the registry writes',
  passed: 'No file that only the registry writes is changed.',
  why: 'Who owns a namespace, and what maintainers decided about it, is not for a pull request to say.',
  fix: 'Take the file out of the pull request. To claim a namespace, open an issue with the form for it; maintainers change their files in pull requests of their own.',
  example: 'A servers/al/io.github.alice/owner.json',
  check: ({ files }) =>
    files.flatMap(({ path, place }) => {
      const writer = place && WRITERS[place.kind]
      return writer ? [{ status: 'fail', path, message: `${show(path)} is written by ${writer}.` }] : []
    }),
}
