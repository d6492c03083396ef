import { readListing, readState } from '../../catalog/statement.ts'
import type { Problem } from '../../catalog/problem.ts'
import type { Change } from '../change/change.ts'
import type { GateRule, RuleTexts } from '../rule.ts'

/** The rules about `status.md` and `listing.md`, as the build reads them. */
export const STATEMENT_RULES: readonly GateRule[] = (
  [
    {
      code: 'R110',
      title: 'A Markdown file has no readable front matter',
      passed: 'The front matter of every Markdown file can be read.',
      why: 'What a status.md or listing.md says to programs stands between two lines `---` at its start. It is YAML, and nothing in it is ever run.',
      fix: 'Begin the file with `---`, one `key: value` a line, and another `---`.',
      example: '---js\n({ status: require("child_process") })\n---',
    },
    {
      code: 'R111',
      title: 'The front matter does not say what it should',
      passed: 'The front matter of every Markdown file has the right keys.',
      why: 'Programs read these keys and values; a misspelt one would be ignored.',
      fix: 'Compare it with the page about the tree: a status.md needs `status: active`, `deprecated` or `deleted`.',
      example: '---\nstatus: retired\n---',
    },
    {
      code: 'R112',
      title: 'The message of a status is too long',
      passed: 'No message is too long.',
      why: 'Clients show the message in one line or two; the official registry allows 500 characters.',
      fix: 'Shorten it, and link to the details.',
      example: '---\nstatus: deprecated\n---\n(501 characters)',
    },
    {
      code: 'R113',
      title: 'An active version carries a message',
      passed: 'Only withdrawn versions carry a message.',
      why: 'The official API gives a message for deprecated and deleted versions only.',
      fix: 'Remove the text below the front matter.',
      example: '---\nstatus: active\n---\nWelcome back',
    },
  ] satisfies RuleTexts[]
).map((texts) => ({
  ...texts,
  check: (change) =>
    problemsIn(change)
      .filter(({ code }) => code === texts.code)
      .map(({ path, line, message, fix }) => ({ status: 'fail', path, line, message, ...(fix && { fix }) })),
}))

function problemsIn({ files }: Change): Problem[] {
  return files.flatMap(({ path, place, bytes }) => {
    if (!bytes || (place?.kind !== 'status' && place?.kind !== 'listing')) return []
    const read = place.kind === 'status' ? readState(path, bytes) : readListing(path, bytes)
    return 'problems' in read ? read.problems : []
  })
}
