import { readDraft } from '../../catalog/draft.ts'
import { twinProblems } from '../../catalog/twins.ts'
import { namespaceFolder } from '../../model/tree-path.ts'
import type { GateRule } from '../rule.ts'

/**
 * The last look: the build's own reader over what the namespaces would be after the merge. The rules before it explain
 * what is wrong; this one makes sure that nothing gets past them which would stop the build for everybody.
 */
export const MERGED_REGISTRY: GateRule = {
  code: 'R620',
  title: 'The registry could not be built after the merge',
  passed: 'The registry can be built after the merge.',
  why: 'A file that the build cannot read keeps all others from being published.',
  fix: 'Mend the file as the message says. If it is not one of yours, a maintainer has to.',
  example: 'Two server.json files that claim the same name',
  last: true,
  async check({ namespaces, files }, { mergedFiles }) {
    const problems = await Promise.all(
      namespaces.map(async (namespace) => {
        const draft = await readDraft(mergedFiles(namespaceFolder(namespace)))
        return [...draft.problems, ...twinProblems(draft)]
      }),
    )
    const changed = new Set(files.map(({ path }) => path))
    return problems.flat().map(({ path, line, message, fix }) => ({
      // What others have broken before is not the publisher's to mend.
      status: changed.has(path) ? 'fail' : 'hold',
      path,
      line,
      message,
      ...(fix && { fix }),
    }))
  },
}
