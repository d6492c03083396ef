import type { DraftPackage } from '../draft.ts'
import { semantic, type CheckedRule } from '../rule.ts'
import { show } from '../text/show.ts'

export const IDENTIFIER_SPACES: CheckedRule<DraftPackage> = {
  code: 'R260',
  title: 'The identifier of a package contains a space',
  why: 'No package registry allows one, and in a command line it would split the name in two.',
  fix: 'Write the identifier exactly as the package registry shows it.',
  example: '{"packages": [{"identifier": "weather server"}]}',
  upstream: 'package-name-has-spaces',
  check({ identifier = '' }, at, report) {
    if (!identifier.includes(' ')) return
    const path = [...at, 'identifier']
    const upstream = semantic(path, 'package name cannot contain spaces', this.upstream!)
    report({ rule: this, path, message: `The identifier ${show(identifier)} contains a space.`, upstream })
  },
}
