import { serverFolder } from '../../model/tree-path.ts'
import { show } from '../../validate/text/show.ts'
import type { GateRule, Outcome } from '../rule.ts'

export const MIRRORED_SERVER: GateRule = {
  code: 'R132',
  title: 'The server is mirrored from another registry',
  passed: 'No server that is mirrored from another registry is changed.',
  why: 'Its versions come from the registry that it was published to, and would be mixed with the ones of this pull request.',
  fix: 'Publish the version where the server comes from, or tell the maintainers that it shall live here from now on.',
  example: 'A new version of a server with an upstream.json',
  async check({ files }, { base }) {
    const names = new Set(
      files.flatMap(({ place }) =>
        place && 'name' in place && place.name ? [`${place.namespace}/${place.name}`] : [],
      ),
    )
    const outcomes: Outcome[] = []
    for (const name of names) {
      if (!(await base.has(`${serverFolder(name)}/upstream.json`))) continue
      outcomes.push({
        status: 'hold',
        message: `${show(name)} is mirrored here; a maintainer decides whether it is published here too.`,
      })
    }
    return outcomes
  },
}
