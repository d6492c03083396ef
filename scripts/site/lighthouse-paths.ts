import { pagesOf, pathOfPage, type BuiltFiles } from './built-files.ts'
import { byRoute, type Route } from './route-of.ts'

/** What search engines are kept away from has no place among pages that are judged by how they are found. */
const HIDDEN = '<meta name="robots" content="noindex"'

/** Six pages that stand for what people open: the start page, a search, a list, a server, its publisher, a document. */
export function lighthousePaths(files: BuiltFiles): string[] {
  const routes = byRoute(pagesOf(files))
  const largest = (route: Route): string => {
    const pages = (routes.get(route) ?? [])
      .map((file) => ({ file, html: files.read(file) }))
      .filter(({ html }) => !html.includes(HIDDEN))
      .sort((a, b) => b.html.length - a.html.length)
    return pathOfPage(pages[0]!.file)
  }
  return ['', 'search/?q=weather', 'browse/', largest('server'), largest('publisher'), largest('docs')]
}
