import { suggestionComment, suggestionOf, type Suggestion } from '../verify/render/suggestions.ts'
import { gitTreeView } from '../verify/standing/git-tree-view.ts'
import type { Verdict } from '../verify/verdict.ts'
import { lookUp, unless } from './answers.ts'
import type { PullRequest } from './pull.ts'
import { isOurs, type RegistryRepository } from './registry-repository.ts'

const MARKER = '<!-- registry:suggestions -->'
const MOST = 10
const LONGEST = 10_000
/** A line that GitHub does not show as part of the change. */
const NOT_IN_DIFF = [422]

/** A suggestion and the finding of the verdict that it mends, by its place there. */
export type Mending = Suggestion & { finding: number }

/**
 * What the author of a pull request can mend with one click: the fixes that are mechanical. The files are read as Git
 * objects at the commit that was judged.
 */
export async function suggestionsFor(folder: string, { headSha, findings }: Verdict): Promise<Mending[]> {
  const head = gitTreeView(folder, headSha)
  const suggestions: Mending[] = []
  for (const [index, finding] of findings.entries()) {
    if (finding.status !== 'fail' || finding.path === undefined) continue
    const source = await head.read(finding.path)
    const suggestion = source && suggestionOf(finding, source.toString('utf8'))
    // Two changes of one line cannot both be committed.
    if (suggestion && !suggestions.some((other) => overlap(other, suggestion))) {
      suggestions.push({ ...suggestion, finding: index })
    }
    if (suggestions.length === MOST) break
  }
  return suggestions
}

function overlap(a: Suggestion, b: Suggestion): boolean {
  return a.path === b.path && a.line <= (b.endLine ?? b.line) && b.line <= (a.endLine ?? a.line)
}

/** Writes them as one review, once for each commit; they vanish from sight when their lines change. */
export async function writeSuggestions(
  registry: RegistryRepository,
  { number, headSha }: PullRequest,
  { findings }: Verdict,
  suggestions: readonly Mending[],
): Promise<void> {
  if (suggestions.length === 0) return
  const { client, at } = registry
  const options = { ...at, pull_number: number, per_page: 100 }
  const request = client.paginate(client.rest.pulls.listReviews, options)
  const reviews = (await lookUp(`the reviews of pull request #${number}`, request)) ?? []
  const isWritten = reviews.some(
    ({ user, commit_id, body }) =>
      isOurs(registry, user?.login) && commit_id === headSha && body.startsWith(MARKER),
  )
  if (isWritten) return
  const review = {
    ...at,
    pull_number: number,
    commit_id: headSha,
    event: 'COMMENT' as const,
    body: `${MARKER}\nThese lines can be mended with a click each: _Commit suggestion_, or _Add to batch_ for several.`,
    comments: suggestions.slice(0, MOST).flatMap((suggestion) => toComment(findings, suggestion)),
  }
  await unless(NOT_IN_DIFF, client.rest.pulls.createReview(review))
}

/** The words are those of the verdict; only lines of the file come from elsewhere. */
function toComment(findings: Verdict['findings'], suggestion: Mending) {
  const { path, line, endLine } = suggestion
  const finding = findings[suggestion.finding]
  const body = finding && suggestionComment(finding, suggestion)
  if (body === undefined || body.length > LONGEST) return []
  const lines = endLine === undefined ? { line } : { start_line: line, start_side: 'RIGHT', line: endLine }
  return [{ path, side: 'RIGHT', body, ...lines }]
}
