import { HtmlValidate } from 'html-validate'
import { pagesOf, type BuiltFiles } from './built-files.ts'
import { HTML_RULES } from './html-rules.ts'
import { byRoute } from './route-of.ts'
import type { SiteProblem } from './site-problem.ts'

/** Judges pages by the HTML standard, and by what assistive technology needs of it. */
export async function checkHtml(files: BuiltFiles, pages: readonly string[]): Promise<SiteProblem[]> {
  const judge = new HtmlValidate(HTML_RULES)
  const problems: SiteProblem[] = []
  for (const file of pages) {
    const { results } = await judge.validateString(files.read(file), file)
    for (const { messages } of results)
      for (const { ruleId, message, line, column, selector } of messages)
        problems.push({
          file: `${file}:${line}:${column}`,
          problem: `${message} (${ruleId}) at ${selector ?? '?'}`,
        })
  }
  return problems
}

/**
 * A few pages of each route: the largest, the smallest, and others evenly between. Small registries come whole.
 *
 * @param perRoute the most pages of one route
 */
export function samplePages(files: BuiltFiles, perRoute: number): string[] {
  return [...byRoute(pagesOf(files)).values()].flatMap((pages) => {
    if (pages.length <= perRoute) return pages
    const bySize = pages
      .map((file) => ({ file, size: files.bytes(file).length }))
      .sort((a, b) => a.size - b.size)
    const step = (bySize.length - 1) / (perRoute - 1)
    return Array.from({ length: perRoute }, (_, index) => bySize[Math.round(index * step)]!.file)
  })
}
