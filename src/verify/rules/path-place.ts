import type { GateRule } from '../rule.ts'
import { show } from '../../validate/text/show.ts'

/** Paths are denied unless the tree has a place for them (security B4, B6). */
export const PATH_PLACE: GateRule = {
  code: 'R101',
  title: 'A file has no place in the registry’s tree',
  passed: 'Every file has a place in the tree.',
  why: 'The folders say which server and version a file is about. A file anywhere else would be read by nobody, or stand in the way of others.',
  fix: 'Move the file to `servers/<xx>/<namespace>/<name>/<version>/server.json`, or remove it from the pull request.',
  example: 'servers/al/io.github.alice/README.md',
  check: ({ files }) =>
    files.flatMap(({ path, displaced }) =>
      displaced ? [{ status: 'fail', path, message: `${show(path)} ${displaced}.` }] : [],
    ),
}
