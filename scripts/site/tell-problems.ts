import type { SiteProblem } from './site-problem.ts'

/** A problem that all pages have is told once, with the first of them. */
export function tellProblems(problems: readonly SiteProblem[]): string[] {
  return [...Map.groupBy(problems, ({ problem }) => problem)].map(([problem, [first, ...others]]) => {
    const more = others.length > 0 ? ` (and ${others.length} more)` : ''
    return `${first!.file}${more}: ${problem}`
  })
}
