import { show } from '../../validate/text/show.ts'
import type { GateRule } from '../rule.ts'

const KINDS: Record<string, string> = {
  '120000': 'a symbolic link',
  '160000': 'a submodule',
  '100755': 'marked as executable',
  '040000': 'a folder with nothing in it',
}

/** Security B5. Nothing of a pull request is checked out, so nothing is followed either. */
export const FILE_MODE: GateRule = {
  code: 'R103',
  title: 'A file is not an ordinary one',
  passed: 'All files are ordinary ones.',
  why: 'Links and submodules lead out of the registry, and nothing in it is run.',
  fix: 'Replace it by an ordinary file. Where only the executable bit is set: `git update-index --chmod=-x FILE`.',
  example: '120000 servers/al/io.github.alice/weather/1.0.0/server.json -> /etc/passwd',
  check: ({ files }) =>
    files
      .filter(({ status, mode }) => status !== 'removed' && mode !== '100644')
      .map(({ path, mode }) => ({
        status: 'fail',
        path,
        message: `${show(path)} is ${KINDS[mode] ?? `of the mode \`${mode}\``}; only ordinary files are taken.`,
      })),
}
