/** What came of asking an endpoint. */
export type Outcome =
  { type: 'answer'; milliseconds: number } | { type: 'error'; status: number } | { type: 'silence' }

/** An outcome in words: `answers in 23 ms`, `does not answer: 404`. */
export function outcomeWords(outcome: Outcome): string {
  if (outcome.type === 'answer') return `answers in ${Math.max(1, Math.round(outcome.milliseconds))} ms`
  return `does not answer: ${outcome.type === 'error' ? outcome.status : 'no connection'}`
}

/** All outcomes as one sentence. */
export function summaryWords(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ type }) => type !== 'answer').length
  if (failed === 0) return 'All endpoints answer.'
  if (failed === outcomes.length) return 'No endpoint answers. You may be offline.'
  return `${failed} of ${outcomes.length} endpoints ${failed === 1 ? 'does' : 'do'} not answer.`
}

/** What is served: where it was read from, and its newest change as a timestamp. Both are empty where nobody knows. */
export interface Served {
  commit: string
  newest: string
}

/** What to say where the page and the API were not built from the same commit; nothing where they were. */
export function differenceWords(page: Served, api: Served): string {
  if (!page.commit || !api.commit || page.commit === api.commit) return ''
  const [pageTime, apiTime] = [Date.parse(page.newest), Date.parse(api.newest)]
  if (apiTime < pageTime) return `The API is older than this page: it is from commit ${short(api.commit)}.`
  return `This page is older than the API, which is from commit ${short(api.commit)}. Reload the page.`
}

function short(commit: string): string {
  return commit.slice(0, 7)
}

/** Reads the answer of the version endpoint, whatever a host made of it. */
export function servedBy(body: string): Served {
  try {
    const { git_commit: commit, build_time: newest } = JSON.parse(body) as Record<string, unknown>
    return {
      commit: typeof commit === 'string' ? commit : '',
      newest: typeof newest === 'string' ? newest : '',
    }
  } catch {
    return { commit: '', newest: '' }
  }
}
