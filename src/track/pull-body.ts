import { serverFolder } from '../model/tree-path.ts'
import { code, inline } from '../verify/render/markdown.ts'
import type { Proposal } from './proposal.ts'

/** What the pull request of a release says, as Markdown. Names and tags are the words of strangers. */
export function pullBody({ name, repository, tag, commit, origin }: Proposal): string {
  const listing = code(`${serverFolder(name)}/listing.md`)
  return [
    `${code(repository)} has released ${code(tag)}, and its listing.md asks for releases to be listed.`,
    '',
    `- The commit is ${code(commit)}.`,
    `- The file is ${inline(origin)}.`,
    '- It is checked like any other: the release is read again, and the repository has to belong to the owner of the namespace.',
    '',
    `**Not this version?** Delete the tag ${code(tag)}: a release that is gone is not merged.`,
    '',
    `**No releases any more?** Remove ${code('track')} from ${listing}.`,
    '',
  ].join('\n')
}
